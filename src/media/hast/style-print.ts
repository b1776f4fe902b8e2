/** On paper: black on white, no navigation, addresses behind links, nothing torn apart that belongs together. */
export const printStyle = `
@media print{
@page{size:A4;margin:20mm}
:root{color-scheme:light;--column:none;--wide:none;--edge:0px;--text:#000;--heading:#000;--soft:#fff;--tint:#fff;--quiet:#000;--link:#000;--visited:#000}
body{font-size:14pt;line-height:1.4}
.skip,.contents,.siblings,.to-top,.back-links,.band a{display:none}
.page-header{background:none;color:#000;border-bottom:3pt solid #005eb8}
.page-footer{background:none;border-top:1pt solid #000;margin-top:2em}
.opening{background:none;padding-block:1em}
.opening>.box{max-width:none}
a{text-decoration:none;font-weight:700}
main a[href^="http"]::after{content:" (" attr(href) ")";font-weight:400}
h1,h2,h3,h4,h5,h6,caption,figcaption,.box-title,.group{break-after:avoid}
h2{margin-top:1.5em}
figure,.box,blockquote,dl>div,.idea,.table tr,li{break-inside:avoid}
.table-records tr,.table-wide tr{break-inside:auto}
.table-records :is(th,td),.table-wide :is(th,td){break-inside:avoid}
.table-records tbody th,.table-wide tbody th{break-after:avoid}
.table{overflow:visible}
thead{display:table-header-group}
p,li{orphans:3;widows:3}
.page-break{display:block;break-after:page}
figure>img{max-height:16cm}
}
`;

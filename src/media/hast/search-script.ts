import { compactScript } from './compact-script.ts';

/** Finds reports by words of their titles, publishers, formats and parts, in the page itself: nothing is asked of a server. */
export const searchScript = compactScript(`
(function () {
  'use strict';
  function plain(text) {
    var low = text.toLowerCase();
    return low.normalize ? low.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '') : low;
  }
  document.addEventListener('DOMContentLoaded', function () {
    var form = document.querySelector('.search');
    var input = form.querySelector('input');
    var said = form.querySelector('[role=status]');
    var reports = [].slice.call(document.querySelectorAll('section.report')).map(function (section) {
      var parts = section.querySelector('.parts');
      return {
        section: section,
        words: plain(section.textContent),
        link: document.querySelector('.contents a[href="#' + section.id + '"]'),
        parts: parts,
        items: [].slice.call(parts ? parts.querySelectorAll('li') : []),
      };
    });
    function search() {
      var wanted = plain(input.value).split(/\\s+/).filter(Boolean);
      function has(words) {
        return wanted.every(function (word) { return words.indexOf(word) >= 0; });
      }
      var count = 0;
      reports.forEach(function (report) {
        var isFound = has(report.words);
        if (isFound) count++;
        report.section.hidden = !isFound;
        if (report.link) report.link.parentNode.hidden = !isFound;
        var found = wanted.length === 0 ? [] : report.items.filter(function (item) { return has(plain(item.textContent)); });
        report.items.forEach(function (item) { item.hidden = found.length > 0 && found.indexOf(item) < 0; });
        if (report.parts) report.parts.open = found.length > 0;
      });
      said.textContent = wanted.length === 0 ? '' : said.getAttribute('data-found').replace('{count}', count).replace('{total}', reports.length);
    }
    input.addEventListener('input', search);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
  });
})();
`);

import { compactScript } from './compact-script.ts';

/**
 * The one script of our pages: it keeps a reader's settings in the browser alone, reads the page aloud with a voice of the
 * device (never one that sends the words elsewhere), and marks the current part in the contents. It stands in the head, so
 * that settings hold before anything is painted; it is written for browsers from 2016 on.
 */
export const readerScript = compactScript(`
(function () {
  'use strict';
  var root = document.documentElement;
  var key = 'allformats.reading';
  var names = ['size', 'spacing', 'colours', 'letters', 'guide'];
  var chosen = {};
  try { chosen = Object(JSON.parse(localStorage.getItem(key))); } catch (none) {}
  function apply() {
    names.forEach(function (name) {
      if (chosen[name]) root.setAttribute('data-' + name, chosen[name]);
      else root.removeAttribute('data-' + name);
    });
    fit();
  }
  // Larger letters need what a smaller window needs, and media queries do not know them.
  function fit() {
    var width = innerWidth / parseFloat(getComputedStyle(root).fontSize);
    var below = chosen.size ? [48, 68, 80].filter(function (limit) { return width < limit; }) : [];
    if (below.length > 0) root.setAttribute('data-below', below.join(' '));
    else root.removeAttribute('data-below');
  }
  function keep() {
    try { localStorage.setItem(key, JSON.stringify(chosen)); } catch (full) {}
    apply();
  }
  root.className = 'has-script';
  apply();
  window.addEventListener('resize', fit);

  document.addEventListener('DOMContentLoaded', function () {
    settings();
    readAloud();
    contents();
  });

  function settings() {
    var form = document.querySelector('.reader form');
    if (!form) return;
    names.forEach(function (name) {
      form.querySelectorAll('[name="' + name + '"]').forEach(function (input) {
        input.checked = input.value === (chosen[name] || '');
      });
    });
    form.addEventListener('change', function (event) {
      var input = event.target;
      chosen[input.name] = input.type === 'checkbox' && !input.checked ? '' : input.value;
      keep();
    });
    form.addEventListener('reset', function () {
      chosen = {};
      keep();
    });
    function move(y) { root.style.setProperty('--guide', y + 'px'); }
    document.addEventListener('pointermove', function (event) { move(event.clientY); });
    document.addEventListener('focusin', function (event) {
      var box = event.target.getBoundingClientRect();
      move((box.top + Math.min(box.bottom, box.top + 80)) / 2);
    });
  }

  function readAloud() {
    var voices = window.speechSynthesis;
    var start = document.querySelector('.aloud');
    var stop = document.querySelector('.reader-stop');
    var said = document.querySelector('.reader-said');
    var parts = [];
    var turn = 0;
    if (!start) return;
    if (!voices || !window.SpeechSynthesisUtterance) {
      start.hidden = true;
      return;
    }
    function voiceFor(lang) {
      var wanted = lang.toLowerCase();
      var near = voices.getVoices().filter(function (voice) {
        return voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === wanted.split('-')[0];
      });
      return near.filter(function (voice) { return voice.lang.toLowerCase().replace('_', '-') === wanted; })[0] || near[0];
    }
    function gather() {
      var left = 'nav,script,style,.visually-hidden,[aria-hidden=true],[hidden],details:not([open]) > :not(summary)';
      var blocks = 'h1,h2,h3,h4,h5,h6,p,li,dt,dd,th,td,caption,figcaption,summary,pre,figure,main';
      var walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      var found = [];
      for (var node = walker.nextNode(); node; node = walker.nextNode()) {
        var words = node.nodeType === 3 ? node.nodeValue : node.localName === 'img' ? node.alt : node.localName === 'br' ? ' ' : '';
        var at = node.nodeType === 3 ? node.parentElement : node;
        if (!words || at.closest(left)) continue;
        var block = at.closest(blocks);
        var lang = at.closest('[lang]').lang;
        var last = found[found.length - 1];
        if (last && last.block === block && last.lang === lang) last.words += words;
        else {
          var cell = at.closest('[data-label]');
          var isNew = cell && (!last || last.cell !== cell);
          found.push({ block: block, cell: cell, lang: lang, words: (isNew ? cell.getAttribute('data-label') + ': ' : '') + words });
        }
      }
      return found.filter(function (part) { return /\\S/.test(part.words); });
    }
    function mark(part) {
      var old = document.querySelector('.spoken');
      if (old) old.classList.remove('spoken');
      if (!part) return;
      part.block.classList.add('spoken');
      var box = part.block.getBoundingClientRect();
      if (box.top < 0 || box.bottom > innerHeight * 0.85) part.block.scrollIntoView({ block: 'center' });
    }
    function say(index, mine) {
      var part = parts[index];
      if (!part || mine !== turn) return end();
      mark(part);
      // Browsers end a long utterance without a word: each sentence is one of its own.
      var sentences = part.words.replace(/\\s+/g, ' ').trim().match(/.+?(?:[.!?\\u061f\\u06d4\\u3002](?= |$)|$)/g) || [];
      (function next(at) {
        if (mine !== turn) return;
        if (at >= sentences.length) return say(index + 1, mine);
        var one = new SpeechSynthesisUtterance(sentences[at]);
        var voice = voiceFor(part.lang);
        one.lang = part.lang;
        if (!voice) return next(at + 1);
        one.voice = voice;
        one.onend = one.onerror = function () { next(at + 1); };
        voices.speak(one);
      })(0);
    }
    function begin() {
      if (!voiceFor(root.lang)) {
        said.textContent = said.getAttribute('data-no-voice');
        return;
      }
      said.textContent = '';
      parts = gather();
      stop.hidden = false;
      start.closest('details').open = false;
      stop.focus({ preventScroll: true });
      var first = parts.findIndex(function (part) { return part.block.getBoundingClientRect().bottom > 0; });
      say(Math.max(first, 0), ++turn);
    }
    function end() {
      turn++;
      voices.cancel();
      mark();
      if (stop.hidden) return;
      var focused = document.activeElement === stop;
      stop.hidden = true;
      if (focused) document.querySelector('.reader summary').focus({ preventScroll: true });
    }
    start.addEventListener('click', function () {
      end();
      if (voices.getVoices().length > 0) return begin();
      // Browsers load their voices late.
      var once = turn;
      setTimeout(function () { if (once === turn) begin(); }, 500);
    });
    stop.addEventListener('click', end);
    document.addEventListener('keydown', function (event) { if (event.key === 'Escape') end(); });
    window.addEventListener('pagehide', end);
  }

  function contents() {
    var links = [].slice.call(document.querySelectorAll('.contents a[href^="#"]'));
    var nav = document.querySelector('.contents');
    var now;
    var waits = false;
    if (links.length === 0) return;
    function mark() {
      waits = false;
      var found;
      links.forEach(function (link) {
        var target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        if (target && target.getBoundingClientRect().top < innerHeight / 3) found = link;
      });
      if (found === now) return;
      if (now) now.removeAttribute('aria-current');
      now = found;
      if (!now) return;
      now.setAttribute('aria-current', 'location');
      var place = now.offsetTop - nav.offsetTop;
      if (nav.scrollHeight > nav.clientHeight && !nav.matches(':hover, :focus-within')) nav.scrollTop = place - nav.clientHeight / 2;
    }
    window.addEventListener('scroll', function () {
      if (!waits) requestAnimationFrame(mark);
      waits = true;
    }, { passive: true });
    mark();
  }
})();
`);

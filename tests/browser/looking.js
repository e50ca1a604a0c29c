// Looks around in the page in which it stands, and writes what it found into it.
(function () {
  var all = function (what) { return Array.prototype.slice.call(document.querySelectorAll(what)); };
  var found = {};
  found.requests = performance.getEntriesByType('resource').length;
  var charts = all('main svg');
  found.charts = charts.length;
  found.charts_called = charts.filter(function (one) {
    return one.getAttribute('role') === 'img' && one.getAttribute('aria-label');
  }).length;
  var tables = all('table');
  found.tables = tables.length;
  found.tables_headed = tables.filter(function (one) {
    var heads = one.querySelectorAll('thead th[scope=col]').length;
    var row = one.querySelector('tbody tr');
    return heads > 0 && (!row || row.children.length === heads);
  }).length;
  var levels = all('h1,h2,h3').map(function (one) { return Number(one.tagName[1]); });
  found.headings_in_order = levels[0] === 1 && levels.every(function (level, at) {
    return at === 0 || (level > 1 && level <= levels[at - 1] + 1);
  });

  function part(value) {
    var own = value / 255;
    return own <= 0.03928 ? own / 12.92 : Math.pow((own + 0.055) / 1.055, 2.4);
  }
  function light(color) {
    var own = color.match(/[\d.]+/g).map(Number);
    return 0.2126 * part(own[0]) + 0.7152 * part(own[1]) + 0.0722 * part(own[2]);
  }
  function behind(one) {
    for (; one; one = one.parentElement) {
      var color = getComputedStyle(one).backgroundColor;
      if (color !== 'transparent' && !/, 0\)$/.test(color)) return color;
    }
    return 'rgb(255,255,255)';
  }
  found.contrast = 21;
  all('h1,h2,p,dt,dd,th,td,label,summary').forEach(function (one) {
    if (!one.textContent.trim() || !one.offsetParent) return;
    var ink = light(getComputedStyle(one).color), paper = light(behind(one));
    var own = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (own < found.contrast) {
      found.contrast = own;
      found.palest = one.outerHTML.slice(0, 80);
    }
  });
  found.too_wide = document.documentElement.scrollWidth - window.innerWidth;
  var first = document.querySelector('main section table');
  found.first_things = first ? first.getBoundingClientRect().top : 9999;

  var shown = function () {
    return all('tr[data-class]').filter(function (one) { return !one.hidden; });
  };
  found.rows = shown().length;
  var choice = document.querySelector('#filter select');
  if (choice) {
    choice.selectedIndex = 1;
    choice.dispatchEvent(new Event('change'));
    found.rows_of_one = shown().length;
    found.others_shown = shown().filter(function (one) {
      return one.dataset.class !== choice.value;
    }).length;
    choice.selectedIndex = 0;
    choice.dispatchEvent(new Event('change'));
    found.rows_again = shown().length;
  }
  var box = document.createElement('pre');
  box.id = 'found';
  box.textContent = JSON.stringify(found);
  document.body.appendChild(box);
})();

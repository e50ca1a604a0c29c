(function () {
  var box = document.getElementById('filter'), choice = box.querySelector('select');
  var said = box.querySelector('output'), owned = document.querySelectorAll('[data-class]');
  box.hidden = false;
  function apply() {
    var shown = 0;
    owned.forEach(function (one) {
      one.hidden = choice.value !== '' && one.dataset.class !== choice.value;
      if (!one.hidden && one.matches('tr')) shown++;
    });
    said.textContent = choice.value === '' ? '' : said.dataset.rows.replace('{}', shown);
  }
  choice.addEventListener('change', apply);
  apply();
})();

// What makes the pages better where scripts run; all of them work without.
(function () {
  "use strict";
  var all = function (what, where) { return Array.prototype.slice.call((where || document).querySelectorAll(what)); };
  var one = function (what) { return document.querySelector(what); };

  // What is of no use without a script is hidden until here.
  all("[data-scripted]").forEach(function (part) { part.hidden = false; });
  all("[data-print]").forEach(function (button) { button.addEventListener("click", function () { window.print(); }); });

  // What went wrong is read out first; its links open what is folded.
  var wrong = one("#wrong");
  if (wrong) wrong.focus();
  all("#wrong a").forEach(function (link) {
    link.addEventListener("click", function (event) {
      var target = document.getElementById(link.hash.slice(1));
      if (!target) return;
      var folded = target.closest("details");
      if (folded) folded.open = true;
      var field = /^(INPUT|SELECT|TEXTAREA|SUMMARY)$/.test(target.tagName) ? target : null;
      if (field) { event.preventDefault(); field.focus(); field.scrollIntoView({ block: "center" }); }
    });
  });

  // A button is pressed once. The server would know anyway.
  all("form").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = "1";
      var button = event.submitter;
      if (button && form.dataset.sending) { button.textContent = form.dataset.sending; }
    });
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) all("form").forEach(function (form) { delete form.dataset.sent; });
  });

  var form = one("#appeal");
  var key = "minsheng.appeal";
  // Once it is registered, the draft has done its work.
  if (/\/orders\/[^/]+\/receipt$/.test(location.pathname)) forget();
  if (!form) return;

  // 草稿: what is typed stays on this device until it is sent.
  var fields = all("textarea[name], input[name]:not([type=hidden]):not([type=file]), select[name]", form);
  var note = one("#draft");
  var kept = read();
  if (kept && !wrong) { if (fill(kept)) tell(form.dataset.found, true); }
  form.addEventListener("input", save);
  form.addEventListener("change", save);

  function value(field) { return field.type === "radio" || field.type === "checkbox" ? field.checked : field.value; }
  function name(field) { return field.type === "radio" ? field.name + "=" + field.value : field.name; }
  function save() {
    var said = {};
    fields.forEach(function (field) { said[name(field)] = value(field); });
    try { localStorage.setItem(key, JSON.stringify(said)); tell(form.dataset.draft, true); } catch (full) { /* no room: then without */ }
  }
  function read() {
    try { return JSON.parse(localStorage.getItem(key)); } catch (none) { return null; }
  }
  function forget() {
    try { localStorage.removeItem(key); } catch (none) { /* none was kept */ }
  }
  function fill(said) {
    var found = false;
    fields.forEach(function (field) {
      if (!(name(field) in said)) return;
      if (typeof said[name(field)] === "boolean") field.checked = said[name(field)];
      else if (said[name(field)] && !field.value) { field.value = said[name(field)]; found = true; }
    });
    return found;
  }
  function tell(text, droppable) {
    if (note.dataset.said === text) return;
    note.dataset.said = text;
    note.textContent = text + " ";
    if (!droppable) return;
    var drop = document.createElement("button");
    drop.type = "button";
    drop.className = "second";
    drop.textContent = form.dataset.drop;
    drop.addEventListener("click", function () { form.reset(); forget(); note.textContent = ""; note.dataset.said = ""; one("#story").focus(); });
    note.appendChild(drop);
  }

  // 附近可能有人反映过同一件事: looked for while one writes.
  var alike = one("#alike");
  var waiting = 0;
  var asked = "";
  if (alike && window.fetch) {
    one("#story").addEventListener("input", look);
    if (one("#place")) one("#place").addEventListener("change", look);
  }
  function look() {
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      var story = one("#story").value.trim();
      var at = one("#place") ? one("#place").value : "";
      if (story.length < 8 || story + at === asked) return;
      asked = story + at;
      var chosen = one("#alike input:checked");
      var said = new URLSearchParams({ story: story, place: at, join: chosen ? chosen.value : "" });
      fetch("/appeals/alike", { method: "POST", body: said }).then(function (answer) {
        return answer.ok ? answer.text() : "";
      }).then(function (text) {
        // What comes is our own page, made by the same server.
        var found = new DOMParser().parseFromString(text, "text/html").querySelector("fieldset");
        if (found || one("#alike fieldset")) alike.replaceChildren.apply(alike, found ? [document.importNode(found, true)] : []);
      }).catch(function () { /* a bad line: the form works without */ });
    }, 1500);
  }

  // 定位: the nearest place of the list.
  var place = one("#place");
  var locate = one("#locate");
  var located = one("#located");
  if (locate && !navigator.geolocation) locate.parentNode.hidden = true;
  if (locate) locate.addEventListener("click", function () {
    located.textContent = locate.dataset.busy;
    navigator.geolocation.getCurrentPosition(function (found) {
      var nearest = null;
      var least = Infinity;
      var narrow = Math.cos(found.coords.latitude * Math.PI / 180);
      all("option[data-at]", place).forEach(function (option) {
        var at = option.dataset.at.split(",");
        var north = at[0] - found.coords.latitude;
        var east = (at[1] - found.coords.longitude) * narrow;
        if (north * north + east * east < least) { least = north * north + east * east; nearest = option; }
      });
      // Farther than thirty kilometres it is another city.
      if (!nearest || least > 0.073) { located.textContent = locate.dataset.not; return; }
      choose(nearest.value);
      located.textContent = locate.dataset.done;
    }, function () { located.textContent = locate.dataset.not; }, { enableHighAccuracy: true, timeout: 15000 });
  });
  all(".map [data-place]").forEach(function (town) {
    town.addEventListener("click", function () { choose(town.dataset.place); });
  });
  if (place) { place.addEventListener("change", show); show(); }
  function choose(code) {
    place.value = code;
    place.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function show() {
    all(".map [data-place]").forEach(function (town) { town.classList.toggle("chosen", town.dataset.place === place.value); });
  }
})();

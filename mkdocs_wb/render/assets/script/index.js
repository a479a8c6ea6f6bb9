/* Sorts the portfolio's table, and groups it by status or not. Without it the table is complete and grouped. */
(function () {
  "use strict";
  var collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true, sensitivity: "base" });

  function value(row, column) {
    var cell = row.cells[column];
    return cell.dataset.wbValue || cell.textContent.trim();
  }

  function compare(column, kind, direction) {
    return function (a, b) {
      var x = value(a, column), y = value(b, column);
      if (!x || !y) return !x - !y; // what is empty comes last either way
      return direction * (kind === "text" ? collator.compare(x, y) : x - y);
    };
  }

  function enhance(table) {
    if (table.dataset.wbReady) return;
    table.dataset.wbReady = "yes";
    var groups = Array.prototype.map.call(table.tBodies, function (body) {
      return { body: body, rows: Array.prototype.slice.call(body.rows, 1) };
    });
    var flat = document.createElement("tbody");
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    var state = { column: -1, direction: 1, grouped: true };

    var tools = document.createElement("p");
    tools.className = "wb-tools";
    var label = tools.appendChild(document.createElement("label"));
    var box = label.appendChild(document.createElement("input"));
    box.type = "checkbox";
    box.checked = true;
    label.appendChild(document.createTextNode(" Group by status"));
    table.before(tools);

    function show() {
      var order = state.column < 0 ? null
        : compare(state.column, heads[state.column].dataset.wbSort, state.direction);
      var all = [];
      groups.forEach(function (group) {
        var rows = group.rows.slice();
        if (order) rows.sort(order);
        if (state.grouped) {
          group.body.append.apply(group.body, rows);
          table.append(group.body);
        } else {
          all = all.concat(rows);
          group.body.remove();
        }
      });
      if (state.grouped) {
        flat.remove();
      } else {
        if (order) all.sort(order);
        flat.append.apply(flat, all);
        table.append(flat);
      }
      heads.forEach(function (head, index) {
        if (index === state.column) head.setAttribute("aria-sort", state.direction > 0 ? "ascending" : "descending");
        else head.removeAttribute("aria-sort");
      });
    }

    heads.forEach(function (head, index) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.prototype.slice.call(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        state.direction = state.column === index ? -state.direction : 1;
        state.column = index;
        show();
      });
    });
    box.addEventListener("change", function () {
      state.grouped = box.checked;
      table.toggleAttribute("data-wb-grouped", state.grouped);
      show();
    });
  }

  function start() {
    document.querySelectorAll(".wb-table").forEach(enhance);
  }

  // Material replaces the page without loading it again, and says so here.
  if (window.document$ && window.document$.subscribe) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();

/* The index that can be searched, filtered and sorted. Without it the table is complete, and grouped by status. */

const DRAWN = 60; // rows that are drawn at first: more would be felt on each keystroke
const FURTHER = 100; // rows that are drawn on demand
const PAUSE = 700; // ms without a keystroke, after which the number found is said aloud

const describe = (number) => `${say(number)} proposal${number === 1 ? "" : "s"}`;

function openIndex(table) {
  const root = table.parentElement;
  const index = readIndex(table);
  const names = index.facets.map((facet) => facet.name);
  const count = root.querySelector("[data-wb-found]");
  const heard = make("p", { class: "wb-sr", role: "status" });
  const nothing = make("p", { class: "wb-nothing" });
  const closed = make("button", { type: "button", class: "wb-further" });
  const more = make("button", { type: "button", class: "wb-further" });
  const flat = make("tbody", {});

  const search = buildSearch(act);
  const panels = index.facets.map((facet) => buildFacet(facet, act));
  const chips = buildChips(index.facets, act);
  const letGo = buildLetGo(act);
  const order = buildOrder(index.columns, act);
  let state, shown, found, grouped, drawn, typing = false, timer;

  const form = make("form", { role: "search", "aria-label": "Proposals" },
    search.element, make("div", { class: "wb-facets" }, ...panels.map((panel) => panel.element)), chips.element);
  form.addEventListener("submit", (event) => event.preventDefault());
  search.element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) found.rows[0]?.element.querySelector("a").focus();
  });
  root.querySelector(".wb-tools").replaceChildren(form);
  root.querySelector(".wb-bar").append(...(index.groups.some((group) => group.closed) ? [letGo.element] : []), order.element);
  table.after(nothing, closed, more, heard);
  for (const column of index.columns.filter(({ sort }) => sort)) addSortButton(column);
  closed.addEventListener("click", () => {
    act((now) => { now.letGo = true; });
    found.rows[0].element.querySelector("a").focus();
  });
  more.addEventListener("click", () => {
    const next = found.rows[drawn].element;
    extend(FURTHER);
    next.querySelector("a").focus();
  });

  function addSortButton({ cell, name }) {
    const button = make("button", { type: "button" }, ...cell.childNodes);
    button.addEventListener("click", () => {
      act((now) => {
        now.descending = now.sort === name ? !now.descending : name === "updated";
        now.sort = name;
      });
      if (!button.checkVisibility()) table.querySelector("thead button").focus(); // groups have no column of statuses
    });
    cell.append(button);
  }

  /** Change what is asked for, and show it. What is typed in one go is one step back, not one a letter. */
  function act(change, { typed = false } = {}) {
    change(state);
    const address = location.pathname + writeAddress(location.search, state) + location.hash;
    if (typed && typing) history.replaceState(history.state, "", address);
    else history.pushState(null, "", address);
    typing = typed;
    show();
    announce();
  }

  function announce() {
    clearTimeout(timer);
    timer = setTimeout(() => { heard.textContent = count.textContent; }, PAUSE);
  }

  function show() {
    found = findRows(index, state);
    draw();
    for (const part of [search, ...panels, chips, letGo, order]) part.update(state, found);
    const all = index.rows.length;
    count.textContent = found.rows.length === all ? describe(all) : `${say(found.rows.length)} of ${describe(all)}`;
  }

  function draw() {
    drawn = 0;
    grouped = !state.sort || state.sort === "status";
    shown = location.search;
    table.replaceChildren(table.caption, table.tHead);
    table.toggleAttribute("data-wb-grouped", grouped);
    table.toggleAttribute("data-wb-cards", state.cards);
    for (const { cell, name } of index.columns) {
      if (name && name === state.sort) cell.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
    extend(DRAWN);
    const { length } = found.rows;
    table.hidden = !length;
    nothing.hidden = length > 0;
    nothing.textContent = found.closed ? "Nothing under way." : "No proposal matches.";
    closed.hidden = length > 0 || !found.closed;
    closed.textContent = `Show ${say(found.closed)} that ${found.closed === 1 ? "was" : "were"} let go`;
  }

  /** Draw so many rows more. */
  function extend(number) {
    for (const { group, element } of found.rows.slice(drawn, drawn + number)) {
      const body = grouped ? group.body : flat;
      if (body.parentElement !== table) {
        if (grouped) group.head.querySelector(".wb-count").textContent = say(found.rows.filter((row) => row.group === group).length);
        body.replaceChildren(...(grouped ? [group.head] : []));
        table.append(body);
      }
      body.append(element);
    }
    drawn = Math.min(drawn + number, found.rows.length);
    const left = found.rows.length - drawn;
    more.hidden = !left;
    more.textContent = `Show ${say(Math.min(left, FURTHER))} more of ${say(left)}`;
  }

  /** Show what the address asks for. */
  function read() {
    state = readAddress(location.search, names);
    if (!index.columns.some(({ name, sort }) => sort && name === state.sort)) state.sort = "";
    typing = false;
    show();
    if ("wbReady" in table.dataset) announce();
  }

  read();
  table.dataset.wbReady = "";
  prepareOrders(index);
  return {
    table, read,
    path: location.pathname,
    search: () => shown,
    close: (target) => panels.forEach((panel) => panel.close(target)),
    drawAll: () => extend(Infinity),
    draw,
  };
}

let current = null;

function start() {
  const table = document.querySelector(".wb-table[data-wb-index]");
  if (table && table !== current?.table) current = openIndex(table);
}

const whenOpen = (then) => (event) => { if (current?.table.isConnected) then(event); };

/* Ahead of Material, which would fetch the page anew, and mistakes a link that differs in its query for one to where it is. */
window.addEventListener("popstate", whenOpen((event) => {
  if (location.pathname !== current.path || location.search === current.search()) return;
  event.stopImmediatePropagation();
  current.read();
}), true);
window.addEventListener("click", whenOpen((event) => {
  current.close(event.target);
  const link = event.target.closest?.("a[href]");
  if (!link || link.target || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (url.host !== location.host || url.pathname !== location.pathname || (url.hash && !url.search) || url.search === location.search) return;
  url.hash = ""; // where the group stands without the script
  event.preventDefault();
  event.stopPropagation();
  history.pushState(null, "", url);
  current.read();
}), true);
window.addEventListener("beforeprint", whenOpen(() => current.drawAll()));
window.addEventListener("afterprint", whenOpen(() => current.draw()));

// Material replaces the page without loading it again, and says so here; read from a file, it says nothing at all.
window.document$?.subscribe?.(start);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();

/* What stands above the index: the search, the facets, what is chosen, the order. Each only says what was asked for;
   `act` changes the state, and `update` shows what came of it. */

const LISTED = 100; // values of a facet that are listed at once
const FEW = 12; // values that need no search of their own

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const say = (number) => number.toLocaleString("en");

function buildSearch(act) {
  const input = make("input", {
    type: "search", autocomplete: "off", spellcheck: "false",
    "aria-label": "Find proposals", placeholder: "Find by title, customer, owner, goal or tag",
  });
  input.addEventListener("input", () => act((state) => { state.words = input.value; }, { typed: true }));
  return {
    element: input,
    update: (state) => { if (input.value.trim() !== state.words.trim()) input.value = state.words; },
  };
}

function buildFacet(facet, act) {
  const id = `wb-facet-${facet.name}`;
  const badge = make("span", { class: "wb-count" });
  const button = make("button", { type: "button", "aria-expanded": "false", "aria-controls": id }, facet.label, badge);
  const panel = make("div", { id, class: "wb-panel", role: "group", "aria-label": facet.label });
  const element = make("div", { class: "wb-facet" }, button, panel);
  const list = make("ul", {});
  const rest = make("p", { class: "wb-quiet" });
  const search = make("input", { type: "search", autocomplete: "off", "aria-label": `Find in ${facet.label}`, placeholder: "Find" });
  const items = new Map();
  let state;

  let values = [];
  const refresh = () => items.forEach((item, value) => {
    item.box.checked = state.chosen.get(facet.name).has(value.key);
    item.count.textContent = say(value.count);
    item.element.classList.toggle("wb-none", !value.count);
  });
  const fill = () => {
    const wanted = fold(search.value.trim());
    const fitting = values.filter((value) => value.folded.includes(wanted));
    items.clear();
    fitting.slice(0, LISTED).forEach((value) => items.set(value, buildValue(value)));
    list.replaceChildren(...[...items.values()].map((item) => item.element));
    rest.textContent = fitting.length > LISTED ? `and ${say(fitting.length - LISTED)} more` : "";
    refresh();
  };
  const buildValue = (value) => {
    const box = make("input", { type: "checkbox", autocomplete: "off" });
    const count = make("span", { class: "wb-count" });
    box.addEventListener("change", () => act((now) => {
      const chosen = now.chosen.get(facet.name);
      if (box.checked) chosen.set(value.key, value.written);
      else chosen.delete(value.key);
    }));
    return { box, count, element: make("li", {}, make("label", {}, box, make("bdi", {}, value.label), " ", count)) };
  };
  const open = (wanted) => {
    panel.hidden = !wanted;
    button.setAttribute("aria-expanded", String(wanted));
    if (!wanted) return;
    if (!panel.firstChild) panel.append(...(facet.values.size > FEW ? [search] : []), list, rest);
    values = sortValues(facet);
    search.value = "";
    fill();
  };
  panel.hidden = true;
  search.addEventListener("input", fill);
  button.addEventListener("click", () => open(panel.hidden));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    open(false);
    button.focus();
  });
  element.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !element.contains(event.relatedTarget)) open(false);
  });
  return {
    element,
    close: (target) => { if (!panel.hidden && !element.contains(target)) open(false); },
    update: (now) => {
      state = now;
      const number = state.chosen.get(facet.name).size;
      badge.textContent = number ? ` ${number}` : "";
      element.hidden = facet.values.size < 2 && !number;
      if (!panel.hidden) refresh();
    },
  };
}

/** What is chosen, each to be taken out again. */
function buildChips(facets, act) {
  const element = make("div", { class: "wb-chips" });
  const remove = (change) => {
    act(change);
    (element.querySelector("button") || element.parentElement.querySelector("input")).focus();
  };
  const build = (text, label, change) => {
    const chip = make("button", { type: "button", "aria-label": label }, make("bdi", {}, text));
    chip.addEventListener("click", () => remove(change));
    return chip;
  };
  return {
    element,
    update: (state) => {
      const chips = facets.flatMap((facet) => [...state.chosen.get(facet.name)].map(([key, written]) => {
        const text = `${facet.label}: ${facet.values.get(key)?.label ?? written}`;
        return build(text, `Remove ${text}`, (now) => now.chosen.get(facet.name).delete(key));
      }));
      if (chips.length > 1) {
        const all = build("Clear all", "Clear all", (now) => now.chosen.forEach((values) => values.clear()));
        all.className = "wb-clear";
        chips.push(all);
      }
      element.replaceChildren(...chips);
    },
  };
}

/** The order, for where there are no columns to click on; and the two forms. */
function buildOrder(columns, act) {
  const sortable = columns.filter((column) => column.sort);
  const select = make("select", { autocomplete: "off", "aria-label": "Sort by" },
    ...sortable.map((column) => make("option", { value: column.name }, column.label)));
  const turn = make("button", { type: "button" });
  const forms = ["Table", "Cards"].map((name) => make("button", { type: "button" }, name));
  select.addEventListener("change", () => act((state) => {
    state.sort = select.value === "status" ? "" : select.value;
    state.descending = false;
  }));
  turn.addEventListener("click", () => act((state) => {
    state.sort = state.sort || "status";
    state.descending = !state.descending;
  }));
  forms.forEach((button, n) => button.addEventListener("click", () => act((state) => { state.cards = n === 1; })));
  return {
    element: make("div", { class: "wb-order" },
      make("div", { class: "wb-sort" }, make("span", { class: "wb-quiet", "aria-hidden": "true" }, "Sort by"), select, turn),
      make("div", { class: "wb-forms", role: "group", "aria-label": "Show as" }, ...forms)),
    update: (state) => {
      select.value = state.sort || "status";
      turn.textContent = state.descending ? "↓" : "↑";
      turn.setAttribute("aria-label", state.descending ? "Descending" : "Ascending");
      forms.forEach((button, n) => button.setAttribute("aria-pressed", String(state.cards === (n === 1))));
    },
  };
}

/** Whether what was let go is shown as well, and how many that would be. */
function buildLetGo(act) {
  const box = make("input", { type: "checkbox", autocomplete: "off" });
  const count = make("span", { class: "wb-count" });
  box.addEventListener("change", () => act((state) => { state.letGo = box.checked; }));
  return {
    element: make("label", { class: "wb-let-go" }, box, "Let go ", count),
    update: (state, found) => {
      box.checked = state.letGo;
      count.textContent = say(found.closed);
    },
  };
}

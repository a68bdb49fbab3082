// What the program says stays where one was reading it each time it is asked for again.
(() => {
  const read = () => document.getElementById("journal");
  let place = 0;
  document.addEventListener("htmx:beforeSwap", () => { place = read()?.scrollTop ?? 0; });
  document.addEventListener("htmx:afterSwap", () => { if (read()) read().scrollTop = place; });
})();

// A map is one stop of the keyboard: arrows go to the nearest zone on their side, Page Down and Page Up to the next and the previous one.
// Without this script each zone is a link of its own.
(() => {
  const map = document.querySelector(".carte-region");
  const zones = map ? [...map.querySelectorAll("a")] : [];
  if (zones.length === 0) return;
  const named = document.querySelector(".carte-nommee");
  const SIDES = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const centre = (zone) => {
    const box = zone.getBBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const nearest = (from, [right, down]) => {
    const [x, y] = centre(from);
    const far = (zone) => {
      const [otherX, otherY] = centre(zone);
      const along = (otherX - x) * right + (otherY - y) * down;
      const aside = Math.abs((otherX - x) * down + (otherY - y) * right);
      return along > 0 ? along + 2 * aside : Infinity;
    };
    const [best] = zones.map((zone) => [far(zone), zone]).sort((one, other) => one[0] - other[0]);
    return best[0] === Infinity ? from : best[1];
  };
  const wanted = (key, from) => {
    const place = zones.indexOf(from);
    if (key in SIDES) return nearest(from, SIDES[key]);
    if (key === "PageDown") return zones[(place + 1) % zones.length];
    if (key === "PageUp") return zones[(place + zones.length - 1) % zones.length];
    return null;
  };
  const stopAt = (zone) => zones.forEach((one) => one.setAttribute("tabindex", one === zone ? "0" : "-1"));
  const name = (zone) => { named.textContent = zone.getAttribute("aria-label"); };

  map.addEventListener("keydown", (event) => {
    const from = event.target.closest("a");
    const to = from && !event.ctrlKey && !event.altKey && !event.metaKey ? wanted(event.key, from) : null;
    if (!to) return;
    event.preventDefault();
    stopAt(to);
    to.focus();
  });
  const outline = map.querySelector(".carte-foyer");
  map.addEventListener("focusin", (event) => {
    const zone = event.target.closest("a");
    name(zone);
    if (zone.matches(":focus-visible")) outline.setAttribute("d", zone.querySelector("path").getAttribute("d"));
  });
  map.addEventListener("focusout", () => outline.setAttribute("d", ""));
  map.addEventListener("mouseover", (event) => { if (event.target.closest("a")) name(event.target.closest("a")); });
  document.getElementById("carte-clavier").hidden = false;
  named.hidden = false;
  stopAt(zones[0]);
})();

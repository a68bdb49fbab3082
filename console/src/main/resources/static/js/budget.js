// Aid by département and line, stacked; and by budget year.
(() => {
  const data = document.getElementById("budget-donnees");
  if (!data || typeof Chart === "undefined") return;
  const budget = JSON.parse(data.textContent);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const euros = (amount) => new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" }).format(amount);
  const lines = ["etude", "investissement", "animation-1", "animation-2", "animation-3"].map((line) => "--budget-" + line);
  const axes = (stacked) => ({
    x: { stacked, grid: { color: colour("--trait") }, ticks: { color: colour("--encre"), callback: (amount) => new Intl.NumberFormat("fr-FR").format(amount) } },
    y: { stacked, grid: { display: false }, ticks: { color: colour("--encre") } },
  });
  const options = (stacked, legend) => ({
    indexAxis: "y", animation: false, maintainAspectRatio: false, scales: axes(stacked),
    plugins: { legend: { display: legend, position: "bottom", labels: { color: colour("--encre") } }, tooltip: { callbacks: { label: (item) => (item.dataset.label ? item.dataset.label + " : " : "") + euros(item.raw) } } },
  });
  const draw = () => {
    const charts = [];
    const departements = document.getElementById("graphe-departements");
    if (departements) charts.push(new Chart(departements, {
      type: "bar",
      data: { labels: budget.departements, datasets: budget.lignes.map((line, i) => ({ label: line, data: budget.montants.map((row) => row[i]), backgroundColor: colour(lines[i]), borderColor: colour("--carte"), borderWidth: 1 })) },
      options: options(true, true),
    }));
    const years = document.getElementById("graphe-annees");
    if (years) charts.push(new Chart(years, {
      type: "bar",
      data: {
        labels: [...budget.annees.map(String), ...budget.sansDate.map((aid, i) => years.dataset.sansDate + " " + (i + 1))],
        datasets: [{ data: [...budget.aides, ...budget.sansDate], backgroundColor: [...budget.aides.map(() => colour("--budget-animation-2")), ...budget.sansDate.map(() => colour("--carte"))], borderColor: colour("--budget-animation-2"), borderWidth: 2 }],
      },
      options: options(false, false),
    }));
    return charts;
  };
  window.redrawnCharts(draw);
})();

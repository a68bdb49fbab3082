// Attendance by month: bars where a month is known, a cross where it is missing, a lozenge where the room was closed.
(() => {
  const data = document.getElementById("mois-donnees");
  const canvas = document.getElementById("mois");
  if (!data || !canvas || typeof Chart === "undefined") return;
  const months = JSON.parse(data.textContent);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const hatched = (stroke) => {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const pen = tile.getContext("2d");
    pen.strokeStyle = stroke;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.moveTo(0, 8); pen.lineTo(8, 0); pen.moveTo(-2, 2); pen.lineTo(2, -2); pen.moveTo(6, 10); pen.lineTo(10, 6);
    pen.stroke();
    return pen.createPattern(tile, "repeat");
  };
  const at = (state) => months.etats.map((one) => (one === state ? 0 : null));
  const breaks = {
    id: "rupture",
    afterDatasetsDraw(chart) {
      const place = months.ruptures.indexOf(true);
      if (place < 0) return;
      const { ctx, chartArea, scales } = chart;
      const step = scales.x.getPixelForValue(1) - scales.x.getPixelForValue(0);
      const x = scales.x.getPixelForValue(place) - step / 2;
      ctx.save();
      ctx.strokeStyle = colour("--etape");
      ctx.lineWidth = 2;
      ctx.setLineDash([6, 4]);
      ctx.beginPath(); ctx.moveTo(x, chartArea.top); ctx.lineTo(x, chartArea.bottom); ctx.stroke();
      ctx.restore();
    },
  };
  const copies = {
    id: "copies",
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.fillStyle = colour("--encre");
      ctx.font = "600 14px sans-serif";
      ctx.textAlign = "center";
      chart.getDatasetMeta(0).data.forEach((bar, i) => { if (months.copies[i]) ctx.fillText("=", bar.x, bar.y - 4); });
      ctx.restore();
    },
  };
  const draw = () => {
    const known = colour("--petrole"), before = colour("--insuffisant"), ink = colour("--encre"), line = colour("--trait");
    const pattern = hatched(known);
    return new Chart(canvas, {
      data: {
        labels: months.mois,
        datasets: [
          { type: "bar", label: "présences", data: months.presences, borderWidth: 1, borderColor: months.comptes.map((one) => (one ? known : before)),
            backgroundColor: months.presences.map((_, i) => (months.repartis[i] ? pattern : months.comptes[i] ? known : "transparent")) },
          { type: "line", label: "mois manquant", data: at("MANQUANT"), showLine: false, pointStyle: "crossRot", pointRadius: 6, pointBorderWidth: 2, pointHoverRadius: 8, borderColor: colour("--etape"), clip: false },
          { type: "line", label: "salle fermée", data: at("FERME"), showLine: false, pointStyle: "rectRot", pointRadius: 5, pointHoverRadius: 7, borderColor: before, backgroundColor: before, clip: false },
        ],
      },
      options: {
        animation: false, maintainAspectRatio: false, locale: "fr-FR",
        plugins: { legend: { display: false }, tooltip: { callbacks: { label: (item) => (item.datasetIndex === 0 ? item.formattedValue + " présences" + (months.repartis[item.dataIndex] ? " (relevé réparti)" : "") : item.dataset.label) } } },
        scales: {
          x: { grid: { display: false }, ticks: { color: ink, maxRotation: 60, autoSkip: true, maxTicksLimit: 16 } },
          y: { beginAtZero: true, grid: { color: line }, ticks: { color: ink, precision: 0 } },
        },
      },
      plugins: [breaks, copies],
    });
  };
  window.redrawnCharts(() => [draw()]);
})();

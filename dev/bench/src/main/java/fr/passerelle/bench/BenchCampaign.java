package fr.passerelle.bench;

import fr.passerelle.bench.data.Drawing;
import fr.passerelle.bench.data.DrawnFiles;
import java.util.function.Consumer;

/** All sizes, all repetitions; the hash of one size's proposals must be one. */
record BenchCampaign(Bench bench, BenchPlan plan, Consumer<String> say) {

    private static final String BAREME = "2017-05";
    private static final String OTHER_BAREME = "2018-01";
    private static final long SHORT_HISTORY = 20_000;

    /** Measures all; what fails is said, and the rest goes on. Answers whether nothing failed. */
    boolean run() {
        if (plan.nightsOnly()) {
            plan.sizes().forEach(size -> bench.attempt(() -> nights(size, false)));
        } else {
            all();
        }
        bench.book().faults().forEach(say);
        return bench.book().faults().isEmpty();
    }

    private void all() {
        bench.book()
                .skip(
                        MeasureKind.CONNECT,
                        "connect-file, qui a la source de fichiers, n'est pas servi pour cette version");
        if (!Shell.whyNot().isEmpty()) {
            bench.book().skip(MeasureKind.SHELL, Shell.whyNot());
        }
        bench.attempt(() -> {
            say.accept("Démarrages à froid…");
            new ColdStart(bench).run(plan.times());
        });
        if (!plan.sizes().contains(SHORT_HISTORY)) {
            bench.attempt(() -> nights(SHORT_HISTORY, false));
        }
        for (long size : plan.sizes()) {
            bench.attempt(() -> size(size));
        }
        if (plan.crowd()) {
            bench.attempt(this::crowd);
        }
    }

    private void crowd() {
        say.accept("%,d salles…".formatted(Crowd.ROOMS));
        Drawing drawing = new Drawing(plan.seed(), Crowd.ROOMS, 0, (long) Crowd.ROOMS * Crowd.MONTHS);
        new Crowd(bench, DrawnFiles.write(bench.bed().files(), bench.house().root(), drawing), BAREME).run();
    }

    private void size(long size) {
        DrawnFiles file = DrawnFiles.write(bench.bed().files(), bench.house().root(), plan.drawing(size));
        String hash = "";
        for (int i = 1; i <= plan.repetitions(size); i++) {
            say.accept("%,d lignes, répétition %d sur %d…".formatted(size, i, plan.repetitions(size)));
            String found = new Repetition(bench, file, BAREME).run();
            if (!hash.isEmpty()) {
                Checks.same("Empreinte de la répétition " + i, hash, found);
            }
            hash = found;
            if (Shell.whyNot().isEmpty()) {
                bench.attempt(new Shell(bench, file)::run);
            }
        }
        Checks.same("Empreinte de la nuit entière", hash, nights(size, true));
        say.accept("Empreinte des propositions à %,d lignes : %s".formatted(size, hash));
    }

    private String nights(long size, boolean whole) {
        say.accept("%,d lignes, nuits entières…".formatted(size));
        DrawnFiles file = DrawnFiles.write(bench.bed().files(), bench.house().root(), plan.drawing(size));
        return new MeasuredNights(bench, plan.drawing(size), file, BAREME, OTHER_BAREME).run(plan.times(), whole);
    }
}

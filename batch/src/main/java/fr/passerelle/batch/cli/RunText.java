package fr.passerelle.batch.cli;

import fr.passerelle.batch.run.Run;
import fr.passerelle.batch.run.RunCounts;
import fr.passerelle.batch.run.Withdrawal;
import fr.passerelle.batch.source.Counts;
import fr.passerelle.schemas.event.RunKind;
import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/** One run for people: state, phase, counts, what to do. */
final class RunText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Run run;
    private final Optional<String> phase;
    private final PrintWriter out;

    /** @param phase the last that began, in French */
    RunText(Run run, Optional<String> phase, PrintWriter out) {
        this.run = run;
        this.phase = phase;
        this.out = out;
    }

    void print() {
        out.println("Exécution " + run.id() + (run.demonstration() ? " (reconstitution)" : "") + " : " + state(run));
        out.println("  ouverte le      " + day(run.openedAt()));
        phase.ifPresent(name -> out.println("  dernière phase  " + name));
        out.println("  situation       " + (run.asOf() == null ? "mois pas encore connu" : run.asOf()));
        out.println("  barème          " + run.baremeId());
        if (run.kind() == RunKind.PUT_IN_FORCE) {
            out.println("  nature          change le barème en vigueur ; empreinte attendue " + run.expectedHash());
        }
        if (run.counts() != null) {
            run.counts().files().forEach(this::file);
        }
        run.parameters().withdrawals().forEach(this::withdrawal);
        if (run.resultHash() != null) {
            out.println("  empreinte       " + run.resultHash());
        }
        if (run.failure() != null) {
            out.println("  motif           " + run.failure());
        }
        whatToDo();
    }

    static String state(Run run) {
        return switch (run.state()) {
            case OPEN -> "en cours, ou interrompue";
            case FAILED -> "arrêtée";
            case PUBLISHED -> "publiée";
            case ABANDONED -> "abandonnée";
        };
    }

    static String day(OffsetDateTime instant) {
        return DAY.format(instant.atZoneSameInstant(ZoneId.of("Europe/Paris")));
    }

    private void withdrawal(Withdrawal withdrawal) {
        out.println("  retire          " + withdrawal.name() + " ("
                + withdrawal.sha256().substring(0, 12) + ") : "
                + Objects.requireNonNullElse(withdrawal.reason(), "remplacé par les fichiers de cette exécution"));
    }

    private void file(RunCounts.OfFile file) {
        Counts c = file.counts();
        out.println("  " + file.name() + " : " + French.number(c.read()) + " lues, " + French.number(c.accepted())
                + " acceptées, " + French.number(c.unchanged()) + " inchangées, " + French.number(c.rejected())
                + " rejetées, " + French.number(c.controls()) + " de contrôle");
    }

    private void whatToDo() {
        switch (run.state()) {
            case OPEN, FAILED ->
                out.println("  à faire         « ./passerelle restart " + run.id() + " », ou « ./passerelle abandon "
                        + run.id() + " --reason \"…\" »");
            case ABANDONED ->
                out.println(
                        "  à faire         « ./passerelle nightly … » : l'exécution suivante note ce que celle-ci a "
                                + "inscrit");
            case PUBLISHED -> out.println("  à faire         rien : ses résultats sont publiés");
        }
    }
}

package fr.passerelle.cli;

import fr.passerelle.published.origin.Registers;
import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.Holder;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunSituation;
import fr.passerelle.published.run.Withdrawal;
import fr.passerelle.schemas.table.FileLines;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run for people: state, phases, counts, where it stopped, what to do. */
final class RunText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy\u00a0HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm:ss");
    /** Where days are those of people. */
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final RunSituation situation;
    private final Run run;
    private final List<RunSituation.Phase> phases;
    private final PrintWriter out;

    RunText(RunSituation situation, List<RunSituation.Phase> phases, PrintWriter out) {
        this.situation = situation;
        this.run = situation.run();
        this.phases = phases;
        this.out = out;
    }

    void print() {
        out.println(
                "Exécution " + run.id() + (run.demonstration() ? " (reconstitution)" : "") + " : " + state(situation));
        line("nature", kind(run));
        line("ouverte le", day(run.openedAt()));
        line("situation", run.asOf() == null ? "mois pas encore connu" : run.asOf());
        line("barème", run.baremeId());
        if (run.expectedHash() != null) {
            line("attendue", run.expectedHash());
        }
        phases.forEach(this::phase);
        line("durée", duration(situation.worked()));
        if (run.counts() != null) {
            run.counts().files().forEach(this::file);
        }
        run.parameters().withdrawals().forEach(this::withdrawal);
        line("empreinte", run.resultHash());
        line("motif", run.failure());
        line("à faire", toDo());
    }

    static String state(RunSituation situation) {
        return switch (situation.standing()) {
            case RUNNING -> "en cours";
            case INTERRUPTED -> "interrompue";
            case STOPPED -> "arrêtée";
            case UNANNOUNCED -> "publiée, pas encore annoncée";
            case PUBLISHED -> "publiée";
            case ABANDONED -> "abandonnée";
        };
    }

    static String kind(Run run) {
        return switch (RunJob.of(run)) {
            case NIGHTLY -> "nuit";
            case WITHDRAWAL -> "retrait de registre";
            case RESUBMISSION -> "reprise de rejets";
            case PUT_IN_FORCE -> "mise en vigueur";
        };
    }

    static String day(OffsetDateTime instant) {
        return DAY.format(instant.atZoneSameInstant(ZONE));
    }

    /** Seconds below a minute, else minutes and seconds. */
    static String duration(Duration worked) {
        return worked.toMinutes() == 0
                ? CommandFrench.seconds(worked.toMillis() / 1000.0)
                : worked.toMinutes() + " min " + worked.toSecondsPart() + " s";
    }

    private void line(String title, @Nullable String value) {
        if (value != null) {
            out.println("  %-13s %s".formatted(title, value));
        }
    }

    private void phase(RunSituation.Phase phase) {
        String tries = phase.tries() == 1 ? "" : ", " + phase.tries() + " passages";
        line("phase", phase.name() + " : " + status(phase) + ", " + duration(phase.worked()) + tries);
    }

    private String status(RunSituation.Phase phase) {
        return switch (phase.status()) {
            case "COMPLETED" -> "faite";
            case "FAILED" -> "arrêtée";
            case "STOPPED" -> "arrêtée à la demande";
            default -> situation.standing() == RunSituation.Standing.RUNNING ? "en cours" : "interrompue";
        };
    }

    private void withdrawal(Withdrawal withdrawal) {
        line(
                "retire",
                withdrawal.name() + " (" + Registers.Register.brief(withdrawal.sha256()) + ") : "
                        + Objects.requireNonNullElse(
                                withdrawal.reason(), "remplacé par les fichiers de cette exécution"));
    }

    private void file(RunCounts.OfFile file) {
        Counts c = file.counts();
        out.println("  " + file.name() + " : " + CommandFrench.number(c.read()) + " lues, "
                + CommandFrench.number(c.accepted())
                + " acceptées, " + CommandFrench.number(c.unchanged()) + " inchangées, "
                + CommandFrench.number(c.rejected())
                + " rejetées, " + CommandFrench.number(c.controls()) + " de contrôle" + doubles(c));
        if (!file.lines().equals(FileLines.UNCOUNTED)) {
            out.println("    " + LinesText.ofFile(file.lines()));
        }
    }

    private static String doubles(Counts counts) {
        return counts.possibleDoubles() == 0
                ? ""
                : ", " + CommandFrench.counted(counts.possibleDoubles(), "double possible", "doubles possibles");
    }

    private String toDo() {
        String id = run.id();
        return switch (situation.standing()) {
            case RUNNING -> "attendre sa fin" + by(situation.holder());
            case INTERRUPTED ->
                "le processus qui la menait n'est plus là : « ./passerelle recover », puis « ./passerelle restart " + id
                        + " »";
            case STOPPED ->
                "« ./passerelle restart " + id + " »" + unlessNotExpected() + ", ou « ./passerelle abandon " + id
                        + " --reason \"…\" »";
            case UNANNOUNCED -> "« ./passerelle restart " + id + " » : il reste à l'annoncer sur Kafka";
            case ABANDONED -> "« ./passerelle nightly … » : l'exécution suivante note ce que celle-ci a inscrit";
            case PUBLISHED -> "rien : ses résultats sont publiés";
        };
    }

    /** One that gives other results than those that were shown would give them again. */
    private String unlessNotExpected() {
        return run.expectedHash() == null ? "" : " (sauf si le motif est que l'empreinte n'est pas celle attendue)";
    }

    private static String by(@Nullable Holder holder) {
        return holder == null
                ? ""
                : " : la session « " + holder.name() + " » y travaille"
                        + (holder.lastActivity() == null
                                ? ""
                                : ", dernière activité à "
                                        + MOMENT.format(holder.lastActivity().atZoneSameInstant(ZONE)));
    }
}

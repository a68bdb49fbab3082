package fr.passerelle.cli.night;

import fr.passerelle.batch.nightly.LiveRuns;
import fr.passerelle.batch.report.Reports;
import fr.passerelle.cli.command.Arguments.InputPath;
import fr.passerelle.cli.command.Arguments.RunNumber;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.published.origin.Registers;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Withdrawal;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunSituations;
import fr.passerelle.published.run.RunSituations.Holder;
import fr.passerelle.published.run.RunSituations.RunSituation;
import fr.passerelle.sheets.form.Table;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The runs, or one of them. */
@Command(name = "runs", description = "Les exécutions, ou une seule : état, phase, comptes, quoi faire.")
public final class RunsCommand extends OperatorCommand {

    private static final int HASH = 8;

    @Parameters(
            arity = "0..1",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "Son numéro, comme N-000001.")
    private @Nullable Long run;

    @Option(names = "--json", description = "Un objet JSON, ou un tableau.")
    private boolean json;

    @Override
    public Integer call() {
        RunSituations situations = context.read(RunSituations.class);
        if (run == null) {
            List<RunSituation> all = situations.all();
            answer(json, () -> all.stream().map(RunsCommand::json).toList(), () -> table(all));
        } else {
            one(situations, situations.of(run));
        }
        return DONE;
    }

    private void one(RunSituations situations, RunSituation found) {
        List<RunSituation.Phase> phases = situations.phases(found.run());
        if (json) {
            Map<String, @Nullable Object> fields = json(found);
            fields.put("phases", phases.stream().map(Phase::of).toList());
            fields.putAll(ReportText.json(context.read(Reports.class).of(found.run()), false));
            printJson(fields);
        } else {
            new RunText(found, phases, out()).print();
        }
    }

    /** One run for people: state, phases, counts, where it stopped, what to do. */
    record RunText(RunSituation situation, List<RunSituation.Phase> phases, PrintWriter out) {

        private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm:ss");

        void print() {
            Run run = situation.run();
            out.println("Exécution " + run.id() + CommandFrench.reconstitution(run.demonstration()) + " : "
                    + state(situation));
            line("nature", kind(run));
            line("ouverte le", CommandFrench.moment(run.openedAt()));
            line("situation", run.asOf() == null ? "mois pas encore connu" : run.asOf());
            line("barème", run.baremeId());
            line("attendue", run.expectedHash());
            phases.forEach(this::phase);
            line("durée", duration(situation.worked()));
            if (run.counts() != null) {
                run.counts().files().forEach(this::file);
            }
            run.parameters().withdrawals().forEach(this::withdrawal);
            line("empreinte", run.resultHash());
            line("motif", run.failure());
            line("à faire", toDo(run));
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

        /** Seconds below a minute, else minutes and seconds. */
        static String duration(Duration worked) {
            return worked.toMinutes() == 0
                    ? CommandFrench.seconds(worked.toMillis() / 1000.0)
                    : worked.toMinutes() + " min " + worked.toSecondsPart() + " s";
        }

        private void line(String title, @Nullable String value) {
            if (value != null) {
                out.println(CommandFrench.line(title, value));
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
            out.println("    " + CommandFrench.lines("Lignes du fichier", file.lines()));
        }

        private static String doubles(Counts counts) {
            return counts.possibleDoubles() == 0
                    ? ""
                    : ", " + CommandFrench.counted(counts.possibleDoubles(), "double possible", "doubles possibles");
        }

        private String toDo(Run run) {
            String id = run.id();
            return switch (situation.standing()) {
                case RUNNING -> "attendre sa fin" + by(situation.holder());
                case INTERRUPTED ->
                    "le processus qui la menait n'est plus là : « ./passerelle recover », puis « ./passerelle restart "
                            + id + " »";
                case STOPPED ->
                    "« ./passerelle restart " + id + " »" + unlessNotExpected(run) + ", ou « ./passerelle abandon " + id
                            + " --reason \"…\" »";
                case UNANNOUNCED -> "« ./passerelle restart " + id + " » : il reste à l'annoncer sur Kafka";
                case ABANDONED -> "« ./passerelle nightly … » : l'exécution suivante note ce que celle-ci a inscrit";
                case PUBLISHED -> "rien : ses résultats sont publiés";
            };
        }

        /** One that gives other results than those that were shown would give them again. */
        private static String unlessNotExpected(Run run) {
            return run.expectedHash() == null ? "" : " (sauf si le motif est que l'empreinte n'est pas celle attendue)";
        }

        private static String by(@Nullable Holder holder) {
            return holder == null
                    ? ""
                    : " : la session « " + holder.name() + " » y travaille"
                            + (holder.lastActivity() == null
                                    ? ""
                                    : ", dernière activité à "
                                            + MOMENT.format(
                                                    holder.lastActivity().atZoneSameInstant(Run.FRANCE)));
        }
    }

    private static Map<String, @Nullable Object> json(RunSituation situation) {
        Run run = situation.run();
        Map<String, @Nullable Object> fields = ReportText.head(run, run.state().name(), run.failure());
        fields.put("kind", run.kind().name());
        fields.put("expectedHash", run.expectedHash());
        fields.put("standing", situation.standing().name());
        fields.put("phase", situation.phase());
        fields.put("seconds", situation.worked().toMillis() / 1000.0);
        fields.put("resultHash", run.resultHash());
        fields.put("next", situation.next());
        return fields;
    }

    private record Phase(String name, String status, int tries, double seconds) {

        static Phase of(RunSituation.Phase phase) {
            return new Phase(
                    phase.name(), phase.status(), phase.tries(), phase.worked().toMillis() / 1000.0);
        }
    }

    @Command(name = "restart", description = "Reprend une exécution interrompue, là où elle s'est arrêtée.")
    public static final class RestartCommand extends RunCommand {

        @Parameters(paramLabel = "EXECUTION", converter = RunNumber.class, description = "Son numéro, comme N-000001.")
        private long run;

        @Option(
                names = "--file",
                paramLabel = "FICHIER",
                converter = InputPath.class,
                description =
                        "Un fichier de l'exécution, là où il est maintenant ; reconnu à son contenu. Autant de fois"
                                + " qu'il en faut.")
        private List<Path> files = new ArrayList<>();

        @Override
        public Integer call() {
            return conclude(() -> context.partOnDatabase(LiveRuns.class).restart(run, files));
        }
    }

    @Command(
            name = "abandon",
            description = "Renonce à une exécution interrompue ; ce qu'elle a inscrit reste et la suivante le note.")
    public static final class AbandonCommand extends OperatorCommand {

        @Parameters(paramLabel = "EXECUTION", converter = RunNumber.class, description = "Son numéro, comme N-000001.")
        private long run;

        @Option(
                names = "--reason",
                paramLabel = "MOTIF",
                defaultValue = "sans motif indiqué",
                description = "Pourquoi, sans nom de personne : le motif est inscrit au journal.")
        private String reason;

        @Override
        public Integer call() {
            Run abandoned = context.partOnDatabase(LiveRuns.class).abandon(run, reason);
            out().println("L'exécution " + abandoned.id()
                    + " est abandonnée ; ce qu'elle a inscrit reste, et la prochaine exécution le notera.");
            return DONE;
        }
    }

    /** One a line: eight columns in a terminal, so that the first of the hash tells runs apart and the hour goes below the day. */
    static List<String> table(List<RunSituation> runs) {
        return new TextTable(Table.<RunSituation>layout()
                        .text("N°", each -> each.run().id())
                        .text("Nature", each -> RunText.kind(each.run()))
                        .text("État", RunsCommand::standing)
                        .from(RunSituation::run)
                        .text(
                                "Ouverte le",
                                run -> CommandFrench.moment(run.openedAt()).replace('\u00a0', ' '))
                        .text("Mois", Run::asOf)
                        .text("Barème", Run::baremeId)
                        .from(each -> each.run().resultHash())
                        .text("Empreinte", hash -> hash.substring(0, HASH))
                        .from(each -> each)
                        .figure("Durée", each -> RunText.duration(each.worked()))
                        .of(runs))
                .lines();
    }

    private static String standing(RunSituation situation) {
        boolean over = situation.run().resultHash() != null || situation.phase() == null;
        return RunText.state(situation) + (over ? "" : " (" + situation.phase() + ")");
    }
}

package fr.passerelle.cli.night;

import fr.passerelle.batch.rebuild.RebuildTopics;
import fr.passerelle.batch.recovery.Recovery;
import fr.passerelle.batch.server.Servers;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.OperatorCommand.ObjectCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.journal.deadletter.DeadLetters;
import fr.passerelle.journal.deadletter.DeadLetters.DeadLetter;
import fr.passerelle.sheets.form.Table;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds what died. */
@Command(
        name = "recover",
        description =
                "Après une panne : marque les exécutions dont le processus est mort, et dit comment les reprendre.")
public final class RecoverCommand extends ObjectCommand {

    @Option(
            names = "--fence",
            description = "La machine ou le processus qui tient le verrou est mort ou gelé : termine d'abord toutes ses"
                    + " sessions dans la base. S'il se réveille, il n'écrit plus rien.")
    private boolean fence;

    @Override
    public Integer call() {
        Recovery.Report report = context.partOnDatabase(Recovery.class).recover(fence);
        return answer(() -> report, () -> lines(report));
    }

    private static List<String> lines(Recovery.Report report) {
        Stream<String> ended = report.sessionsEnded() == 0
                ? Stream.empty()
                : Stream.of(CommandFrench.counted(report.sessionsEnded(), "session terminée", "sessions terminées")
                        + " dans la base : ce que le processus écarté n'avait pas validé est défait.");
        Stream<String> dead = report.recovered().isEmpty()
                ? Stream.of("Rien à reprendre : aucune exécution interrompue n'est restée marquée en cours.")
                : report.recovered().stream().map(RecoverCommand::line);
        return Stream.concat(ended, dead).toList();
    }

    private static String line(Recovery.Report.Dead dead) {
        String where = dead.phase() == null ? "avant sa première phase" : "pendant la phase « " + dead.phase() + " »";
        String next = dead.next() == null ? "il n'y a rien à reprendre." : "pour reprendre : « " + dead.next() + " ».";
        return dead.subject() + " : interruption " + where + ", marquée (" + dead.was() + " → FAILED) ; " + next;
    }

    @Command(
            name = "rebuild-topics",
            description = "Supprime les topics et les refait depuis le journal ; events doit être arrêté. Interrompue, "
                    + "la commande se relance.")
    public static final class RebuildTopicsCommand extends OperatorCommand {

        @Option(
                names = "--empty",
                description =
                        "Vide d'abord le modèle de lecture : après un changement de programme, des résultats qu'il ne"
                            + " donne plus y resteraient. Rien n'est visible tant qu'events n'a pas relu le journal.")
        private boolean empty;

        @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
        private boolean json;

        @Override
        public Integer call() {
            context.tellProgress(json);
            RebuildTopics.Report report =
                    context.partOnDatabase(RebuildTopics.class).run(empty);
            answer(json, () -> report, () -> lines(report));
            return DONE;
        }

        private static List<String> lines(RebuildTopics.Report report) {
            return List.of(
                    "Les topics sont refaits : "
                            + CommandFrench.counted(
                                    report.records(), "enregistrement relayé", "enregistrements relayés")
                            + ", "
                            + CommandFrench.counted(report.forgotten(), "résultat retiré", "résultats retirés")
                            + " du modèle de lecture.",
                    "À faire : démarrez events (« ./passerelle up »), qui recalcule les résultats, puis "
                            + "« ./passerelle verify --deep » ; une exécution arrêtée se reprend ensuite "
                            + "(« ./passerelle runs »).");
        }
    }

    @Command(
            name = "dead-letters",
            description = "Les enregistrements que personne n'a pu lire : d'où, quand, pourquoi ; jamais leur contenu.")
    public static final class DeadLettersCommand extends OperatorCommand {

        @Option(
                names = "--resubmit",
                paramLabel = "ID",
                description =
                        "Renvoie à son topic un résultat qui se lit maintenant ; note comme vu ce qui est étranger.")
        private @Nullable String resubmit;

        @Option(names = "--json", description = "Un tableau JSON, ou un objet avec --resubmit.")
        private boolean json;

        @Override
        public Integer call() {
            if (resubmit != null && !resubmit.matches("\\d{1,9}-\\d{1,18}")) {
                throw wrongUse("« " + resubmit
                        + " » n'est pas un enregistrement illisible : donnez son identifiant, comme 3-17.");
            }
            context.part(Servers.class).needAll();
            DeadLetters letters = context.partOnDatabase(DeadLetters.class);
            if (resubmit == null) {
                List<DeadLetter> all = letters.all();
                answer(json, () -> all, () -> lines(all));
            } else {
                DeadLetter letter = letters.resubmit(resubmit);
                answer(json, () -> letter, () -> List.of(settled(letter)));
            }
            return DONE;
        }

        private static List<String> lines(List<DeadLetter> all) {
            long pending =
                    all.stream().filter(letter -> letter.outcome() == null).count();
            String told = pending == 0
                    ? "Rien n'est en attente."
                    : CommandFrench.counted(pending, "enregistrement", "enregistrements")
                            + " en attente : « ./passerelle dead-letters --resubmit ID » s'en occupe.";
            return all.isEmpty()
                    ? List.of(told)
                    : Stream.concat(new TextTable(table(all)).lines().stream(), Stream.of(told))
                            .toList();
        }

        private static Table<DeadLetter> table(List<DeadLetter> all) {
            return Table.<DeadLetter>layout()
                    .text("Id", DeadLetter::id)
                    .from(DeadLetter::source)
                    .text("Lu sur", it -> it.topic() + ", partition " + it.partition() + ", offset " + it.offset())
                    .from(letter -> letter)
                    .text("Le", it -> CommandFrench.moment(it.at().atOffset(ZoneOffset.UTC)))
                    .text("Pourquoi", DeadLetter::why)
                    .text("Sujet", DeadLetter::subject)
                    .text("État", DeadLettersCommand::state)
                    .figure("Rang", DeadLetter::seq)
                    .integer("Octets", DeadLetter::size)
                    .of(all);
        }

        private static String settled(DeadLetter letter) {
            return letter.outcome() == DeadLetter.Outcome.SENT
                    ? "L'enregistrement " + letter.id() + " se lit maintenant : il est renvoyé à "
                            + letter.source().topic() + "."
                    : "L'enregistrement " + letter.id() + " n'est pas du journal (" + letter.why()
                            + ") : rien de nous n'est perdu, il est noté comme vu.";
        }

        private static String state(DeadLetter letter) {
            return switch (letter.outcome()) {
                case SENT -> "renvoyé";
                case FOREIGN -> "étranger, vu";
                case null -> "en attente";
            };
        }
    }
}

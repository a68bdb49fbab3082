package fr.passerelle.cli;

import fr.passerelle.batch.server.Servers;
import fr.passerelle.journal.deadletter.DeadLetter;
import fr.passerelle.journal.deadletter.DeadLetters;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The records that nobody could read. */
@Command(
        name = "dead-letters",
        description = "Les enregistrements que personne n'a pu lire : d'où, quand, pourquoi ; jamais leur contenu.")
final class DeadLettersCommand extends ApplicationCommand {

    @Option(
            names = "--resubmit",
            paramLabel = "ID",
            description = "Renvoie à son topic un résultat qui se lit maintenant ; note comme vu ce qui est étranger.")
    private @Nullable String resubmit;

    @Option(names = "--json", description = "Un tableau JSON, ou un objet avec --resubmit.")
    private boolean json;

    @Override
    public Integer call() {
        if (resubmit != null && !resubmit.matches("\\d{1,9}-\\d{1,18}")) {
            throw wrongUse(
                    "« " + resubmit + " » n'est pas un enregistrement illisible : donnez son identifiant, comme 3-17.");
        }
        context.keepOutputForMachines();
        context.part(Servers.class).needAll();
        DeadLetters letters = context.partOnDatabase(DeadLetters.class);
        if (resubmit == null) {
            list(letters.all());
        } else {
            settled(letters.resubmit(resubmit));
        }
        return OutcomePrinter.DONE;
    }

    private void list(List<DeadLetter> all) {
        if (json) {
            printJson(all);
            return;
        }
        long pending = all.stream().filter(letter -> letter.outcome() == null).count();
        if (!all.isEmpty()) {
            table(all).lines().forEach(out()::println);
        }
        out().println(
                        pending == 0
                                ? "Rien n'est en attente."
                                : CommandFrench.counted(pending, "enregistrement", "enregistrements")
                                        + " en attente : « ./passerelle dead-letters --resubmit ID » s'en occupe.");
    }

    private static TextTable table(List<DeadLetter> all) {
        TextTable table = new TextTable(6, "Id", "Lu sur", "Le", "Pourquoi", "Sujet", "État", "Rang", "Octets");
        all.forEach(letter -> table.row(
                letter.id(),
                letter.source().topic() + ", partition " + letter.source().partition() + ", offset "
                        + letter.source().offset(),
                RunText.day(letter.at().atOffset(ZoneOffset.UTC)),
                letter.why(),
                Objects.requireNonNullElse(letter.subject(), CommandFrench.NONE),
                state(letter),
                letter.seq() == null ? CommandFrench.NONE : letter.seq().toString(),
                CommandFrench.number(letter.size())));
        return table;
    }

    private void settled(DeadLetter letter) {
        if (json) {
            printJson(letter);
        } else if (letter.outcome() == DeadLetter.Outcome.SENT) {
            out().println("L'enregistrement " + letter.id() + " se lit maintenant : il est renvoyé à "
                    + letter.source().topic() + ".");
        } else {
            out().println("L'enregistrement " + letter.id() + " n'est pas du journal (" + letter.why()
                    + ") : rien de nous n'est perdu, il est noté comme vu.");
        }
    }

    private static String state(DeadLetter letter) {
        return switch (letter.outcome()) {
            case SENT -> "renvoyé";
            case FOREIGN -> "étranger, vu";
            case null -> "en attente";
        };
    }
}

package fr.passerelle.cli;

import fr.passerelle.published.audit.AuditErasure;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes what is older than a year out of the audit. */
@Command(
        name = "erase",
        description = "Efface du registre ce qui a plus d'un an ; une ligne dit jusqu'où, et « verify » repart d'elle.")
final class AuditEraseCommand extends ApplicationCommand {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    @Option(
            names = "--before",
            required = true,
            paramLabel = "AAAA-MM-JJ",
            converter = Day.class,
            description = "Le premier jour qui reste : il y a un an au plus tard.")
    private LocalDate before;

    @Override
    public Integer call() {
        Clock clock = context.part(Clock.class);
        if (before.isAfter(LocalDate.now(clock.withZone(FRANCE)).minusYears(1))) {
            throw wrongUse(
                    "« --before » : le registre des gestes se garde un an ; donnez un jour d'il y a un an ou plus.");
        }
        long erased = context.partOnDatabase(AuditErasure.class).before(before);
        out().println("Effacé : " + CommandFrench.counted(erased, "ligne", "lignes") + ".");
        return OutcomePrinter.DONE;
    }
}

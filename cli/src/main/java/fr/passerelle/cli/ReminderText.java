package fr.passerelle.cli;

import fr.passerelle.published.result.Reminder;
import fr.passerelle.published.run.Run;
import fr.passerelle.sheets.french.Months;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/** What is missing, a letter for each EPCI, ready to be mailed: to nobody by name. */
final class ReminderText {

    private static final String RULE = "-".repeat(72);

    private final Run run;
    private final PrintWriter out;

    ReminderText(Run run, PrintWriter out) {
        this.run = run;
        this.out = out;
    }

    void print(List<Reminder> reminders) {
        if (reminders.isEmpty()) {
            out.println("Aucun mois ne manque : rien à relancer (exécution " + run.id() + ").");
        }
        reminders.forEach(this::letter);
    }

    private void letter(Reminder reminder) {
        out.println(RULE);
        out.println("À : " + reminder.name()
                + (reminder.name().equals(reminder.epci()) ? "" : " (SIREN " + reminder.epci() + ")"));
        out.println("Objet : relevés de fréquentation à nous retourner");
        warning();
        out.println();
        out.println("Bonjour,");
        out.println();
        out.println("Pour connaître la fréquentation de vos salles informatiques " + asOf()
                + ", il nous manque les relevés suivants :");
        out.println();
        reminder.rooms().forEach(this::room);
        out.println();
        out.println("Merci de nous les retourner. Si une salle était fermée un de ces mois, dites-le : un mois fermé ne"
                + " compte pas comme un mois sans visiteur.");
        out.println();
        out.println("Cordialement,");
        out.println();
    }

    private void room(Reminder.MissingRoom room) {
        out.println("  - " + room.name() + " (" + room.id() + ") : " + Months.ranges(room.months()));
    }

    private void warning() {
        if (run.demonstration()) {
            out.println("RECONSTITUTION : exercice sur des données reconstituées, à n'envoyer à personne.");
        }
    }

    private String asOf() {
        return Months.atTheEndOf(YearMonth.parse(Objects.requireNonNull(run.asOf())));
    }
}

package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.DataColumn.decimal;
import static fr.passerelle.cli.dataset.DataColumn.flag;
import static fr.passerelle.cli.dataset.DataColumn.integer;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row a room and a month, from the first of which anything is known: a missing month is a row without numbers, never zero. */
final class FrequentationTable {

    private record Cell(EpciMonth all, int place) {

        RoomInventoried room() {
            return all.figures().get(place).room();
        }

        RoomMonth month() {
            return all.figures().get(place).month();
        }

        boolean secret() {
            return all.figures().get(place).secret();
        }
    }

    private FrequentationTable() {}

    static DataTable of(DatasetSource situation) {
        return counted(identified(new DataLayout<>(situation.published()))).of(cells(situation));
    }

    private static DataLayout<Cell> identified(DataLayout<Cell> layout) {
        return layout.add(
                        text("epci_siren", "SIREN de l'intercommunalité, ou SANS-EPCI"),
                        it -> it.all().epci())
                .add(
                        text("id_salle", "Identifiant de la salle"),
                        it -> it.room().getRoomId())
                .add(text("mois", "Mois, AAAA-MM"), it -> it.month().month().toString())
                .add(
                        text("etat", "OBSERVE, MANQUANT (ouverte, rien n'est connu : ce n'est pas zéro) ou FERME"),
                        it -> it.month().state().name())
                .add(
                        flag("reparti", "Une part vient d'un relevé plus long que le mois"),
                        it -> it.month().spread());
    }

    private static DataLayout<Cell> counted(DataLayout<Cell> layout) {
        return layout.add(integer("seances", "Séances ; vide : non compté"), of(RoomMonth::sessions))
                .add(
                        integer("presences", "Présences hors groupes scolaires ; vide : non compté, ou secret"),
                        of(RoomMonth::presences))
                .add(
                        integer("scolaires", "Présences de groupes scolaires ; vide : non compté, ou secret"),
                        of(RoomMonth::scolaires))
                .addInside(
                        decimal("heures_seances", 2, "Heures de séance"), of(it -> hours(it.sessionHoursHundredths())))
                .addInside(
                        decimal("heures_personnes", 2, "Heures passées par tous les présents"),
                        of(it -> hours(it.personHoursHundredths())))
                .add(flag("secret", "Un nombre n'est pas publié (secret statistique)"), Cell::secret);
    }

    private static Function<Cell, @Nullable Object> of(Function<RoomMonth, ? extends @Nullable Object> cell) {
        return it -> cell.apply(it.month());
    }

    private static @Nullable BigDecimal hours(@Nullable Long hundredths) {
        return hundredths == null ? null : BigDecimal.valueOf(hundredths, 2);
    }

    private static List<Cell> cells(DatasetSource situation) {
        return EpciMonth.of(situation).stream()
                .flatMap(FrequentationTable::cells)
                .sorted(Comparator.<Cell, String>comparing(cell -> cell.all().epci())
                        .thenComparing(cell -> cell.room().getRoomId())
                        .thenComparing(cell -> cell.month().month()))
                .toList();
    }

    private static Stream<Cell> cells(EpciMonth month) {
        return IntStream.range(0, month.figures().size()).mapToObj(place -> new Cell(month, place));
    }
}

package fr.passerelle.dataset;

import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.sheets.form.Table;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Attendance by month, of rooms and of EPCIs, as the export shows it. */
final class FrequentationTable {

    /** A room in a month, as it is known and as it is shown: secret where a number of people is known and not shown. */
    private record Figure(RoomInventoried room, RoomMonth known, RoomMonth month) {

        boolean secret() {
            return known.presences() != null && month.presences() == null
                    || known.scolaires() != null && month.scolaires() == null;
        }
    }

    private record EpciMonth(String epci, YearMonth month, List<Figure> figures) {

        /** The sum of what is shown; null where nothing is. */
        @Nullable
        Long sum(Function<RoomMonth, @Nullable Long> number) {
            return figures.stream()
                    .map(figure -> number.apply(figure.month()))
                    .filter(Objects::nonNull)
                    .reduce(Long::sum)
                    .orElse(null);
        }

        long count(RoomMonth.State state) {
            return figures.stream()
                    .filter(figure -> figure.month().state() == state)
                    .count();
        }
    }

    private FrequentationTable() {}

    /** One row a room and a month, from the first of which anything is known: a missing month is a row without numbers, never zero. */
    static Table<?> ofRooms(DatasetSource source) {
        return source.<Figure>table()
                .from(Figure::room)
                .text("epci_siren", "SIREN de l'intercommunalité, ou SANS-EPCI", RoomInventoried::getEpci)
                .text("id_salle", "Identifiant de la salle", RoomInventoried::getRoomId)
                .from(Figure::month)
                .text("mois", "Mois, AAAA-MM", RoomMonth::month)
                .text(
                        "etat",
                        "OBSERVE, MANQUANT (ouverte, rien n'est connu : ce n'est pas zéro) ou FERME",
                        RoomMonth::state)
                .flag("reparti", "Une part vient d'un relevé plus long que le mois", RoomMonth::spread)
                .integer("seances", "Séances ; vide : non compté", RoomMonth::sessions)
                .integer(
                        "presences",
                        "Présences hors groupes scolaires ; vide : non compté, ou secret",
                        RoomMonth::presences)
                .integer(
                        "scolaires",
                        "Présences de groupes scolaires ; vide : non compté, ou secret",
                        RoomMonth::scolaires)
                .inside(all -> all.decimal(
                                "heures_seances", 2, "Heures de séance", it -> hours(it.sessionHoursHundredths()))
                        .decimal(
                                "heures_personnes",
                                2,
                                "Heures passées par tous les présents",
                                it -> hours(it.personHoursHundredths())))
                .from(figure -> figure)
                .flag("secret", "Un nombre n'est pas publié (secret statistique)", Figure::secret)
                .of(figures(source)
                        .sorted(Comparator.<Figure, String>comparing(
                                        it -> it.room().getEpci())
                                .thenComparing(it -> it.room().getRoomId())
                                .thenComparing(it -> it.month().month()))
                        .toList());
    }

    private static @Nullable BigDecimal hours(@Nullable Long hundredths) {
        return hundredths == null ? null : BigDecimal.valueOf(hundredths, 2);
    }

    /** One row an EPCI and a month: the sums over its rooms, with how many of them they rest on. */
    static Table<?> ofEpcis(DatasetSource source) {
        LogInventory known = source.known();
        return source.<EpciMonth>table()
                .text("epci_siren", "SIREN de l'intercommunalité, ou SANS-EPCI", EpciMonth::epci)
                .text("epci_nom", "Nom de l'intercommunalité", it -> known.epciName(it.epci()))
                .text("mois", "Mois, AAAA-MM", EpciMonth::month)
                .integer("salles_observees", "Salles dont le mois est connu", it -> it.count(RoomMonth.State.OBSERVE))
                .integer(
                        "salles_manquantes",
                        "Salles ouvertes dont rien n'est connu",
                        it -> it.count(RoomMonth.State.MANQUANT))
                .integer("seances", "Séances ; vide : non compté", it -> it.sum(RoomMonth::sessions))
                .integer(
                        "presences",
                        "Présences hors groupes scolaires ; vide : rien de compté, ou secret",
                        it -> it.sum(RoomMonth::presences))
                .integer(
                        "scolaires",
                        "Présences de groupes scolaires ; vide : rien de compté, ou secret",
                        it -> it.sum(RoomMonth::scolaires))
                .flag(
                        "secret",
                        "Un nombre d'une salle n'est pas publié, ni compté (secret statistique)",
                        it -> it.figures().stream().anyMatch(Figure::secret))
                .of(epcis(source));
    }

    /** By EPCI, then month. */
    private static List<EpciMonth> epcis(DatasetSource source) {
        SortedMap<String, SortedMap<YearMonth, List<Figure>>> months = figures(source)
                .collect(Collectors.groupingBy(
                        it -> it.room().getEpci(),
                        TreeMap::new,
                        Collectors.groupingBy(it -> it.month().month(), TreeMap::new, Collectors.toList())));
        return months.entrySet().stream()
                .flatMap(epci -> epci.getValue().entrySet().stream()
                        .map(month -> new EpciMonth(epci.getKey(), month.getKey(), month.getValue())))
                .toList();
    }

    /** All months of all rooms that the log knows anything of until the run's as-of. */
    private static Stream<Figure> figures(DatasetSource source) {
        return source.known().rooms().stream()
                .flatMap(room -> RoomMonth.of(source.known().facts(room), source.asOf()).stream()
                        .map(month -> new Figure(room, month, source.shown(room, month))));
    }
}

package fr.passerelle.published.dataset;

import static fr.passerelle.published.dataset.DataColumn.date;
import static fr.passerelle.published.dataset.DataColumn.decimal;
import static fr.passerelle.published.dataset.DataColumn.integer;
import static fr.passerelle.published.dataset.DataColumn.text;

import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourneeAnimateur;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row a day of an animateur. It is drawn from the middle of its EPCI and back: where an animateur lives is told to nobody. */
final class JourneeTable {

    private static final int KILOMETRE = 3;

    private JourneeTable() {}

    static DataTable of(DatasetSource situation) {
        return new DataLayout<JourneeAnimateur>(situation.published())
                .addInside(text("animateur", "Identifiant opaque"), JourneeAnimateur::getAnimateur)
                .add(date("date", "Jour"), JourneeAnimateur::getDay)
                .add(
                        text("etapes", "Étapes, dans l'ordre"),
                        it -> CellValues.joined(it.getArrets().stream()
                                .map(ArretJournee::getEtape)
                                .toList()))
                .add(
                        integer("minutes", "Minutes de travail, du départ au retour, sans les pauses"),
                        it -> CellValues.number(it.getWorkMinutes()))
                .add(integer("minutes_route", "De celles-ci, sur la route"), it ->
                        (long) sum(it, ArretJournee::getRoadMinutes, it.getReturnMinutes()))
                .add(
                        decimal("km", 1, "Kilomètres, estimés là où aucun trajet n'est donné"),
                        it -> BigDecimal.valueOf(sum(it, ArretJournee::getRoadMetres, it.getReturnMetres()), KILOMETRE)
                                .setScale(1, RoundingMode.HALF_UP))
                .along(journee -> path(journee, situation))
                .of(situation.calendar().days());
    }

    private static int sum(JourneeAnimateur journee, ToIntFunction<ArretJournee> there, int back) {
        return journee.getArrets().stream().mapToInt(there).sum() + back;
    }

    private static List<Point> path(JourneeAnimateur journee, DatasetSource situation) {
        ToldCalendar calendar = situation.calendar();
        Point home = home(calendar.homes().get(journee.getAnimateur()), situation.known());
        Stream<Point> halts = journee.getArrets().stream()
                .map(arret -> Objects.requireNonNull(calendar.etapes().get(arret.getEtape()), arret.getEtape()))
                .map(JourneeTable::point);
        return Stream.of(Stream.ofNullable(home), halts, Stream.ofNullable(home))
                .flatMap(points -> points)
                .toList();
    }

    private static @Nullable Point home(@Nullable String siren, LogInventory known) {
        return siren == null ? null : known.centreOf(siren);
    }

    private static Point point(EtapeDesservie etape) {
        return new Point(etape.getLatitude(), etape.getLongitude(), true);
    }
}

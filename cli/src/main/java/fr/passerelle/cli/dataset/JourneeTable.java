package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.DataColumn.date;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourneeAnimateur;
import java.util.List;
import java.util.Objects;

/**
 * One row a day of an animateur, drawn from its first host to its last. Nothing measures the way there and back: from hours or kilometres of
 * a few days, the commune that an animateur leaves from is found.
 */
final class JourneeTable {

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
                .along(journee -> path(journee, situation.calendar()))
                .of(situation.calendar().days());
    }

    private static List<Point> path(JourneeAnimateur journee, ToldCalendar calendar) {
        return journee.getArrets().stream()
                .map(arret -> Objects.requireNonNull(calendar.etapes().get(arret.getEtape()), arret.getEtape()))
                .map(JourneeTable::point)
                .toList();
    }

    private static Point point(EtapeDesservie etape) {
        return new Point(etape.getLatitude(), etape.getLongitude(), true);
    }
}

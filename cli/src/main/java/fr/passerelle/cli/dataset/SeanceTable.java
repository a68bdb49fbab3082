package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.DataColumn.date;
import static fr.passerelle.cli.dataset.DataColumn.integer;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtapeDesservie;
import org.jspecify.annotations.Nullable;

/** One row a session that people were told of, whether it is held or was cancelled. */
final class SeanceTable {

    private SeanceTable() {}

    static DataTable of(DatasetSource situation) {
        return told(placed(new DataLayout<>(situation.published()), situation.known()))
                .at(session -> point(session, situation))
                .of(situation.calendar().sessions());
    }

    private static DataLayout<PublishedSession> placed(DataLayout<PublishedSession> layout, LogInventory known) {
        return layout.add(text("seance", "Son identité, qui ne change jamais"), PublishedSession::seance)
                .add(text("etape", "L'étape : room:, place: ou commune:, et son identifiant"), PublishedSession::etape)
                .add(text("lieu", "Nom du lieu"), PublishedSession::name)
                .add(text("code_insee", "Code INSEE de sa commune"), PublishedSession::insee)
                .add(
                        text("commune", "Nom de sa commune"),
                        it -> known.commune(it.insee()).map(Commune::getName).orElse(null))
                .add(text("epci_siren", "SIREN de l'intercommunalité"), PublishedSession::epci)
                .add(
                        text("epci_nom", "Nom de l'intercommunalité"),
                        it -> known.epci(it.epci()).map(EpciDescribed::getName).orElse(null));
    }

    private static DataLayout<PublishedSession> told(DataLayout<PublishedSession> layout) {
        return layout.add(date("date", "Jour"), PublishedSession::day)
                .add(text("debut", "Heure de début, à Paris"), it -> SessionHours.time(it.start()))
                .add(text("fin", "Heure de fin"), it -> SessionHours.time(it.end()))
                .add(
                        text("annulee", "Pourquoi elle est annulée ; vide : elle est maintenue"),
                        it -> CellValues.code(it.cancelled()))
                .add(
                        integer("changements", "Combien de fois elle a été publiée autrement"),
                        it -> CellValues.number(it.sequence()))
                .addInside(text("animateur", "Identifiant opaque de qui la tient"), PublishedSession::animateur);
    }

    /** Where the calendar has it; that is no more than the middle of its commune where it is exactly there. */
    private static @Nullable Point point(PublishedSession session, DatasetSource situation) {
        EtapeDesservie etape = situation.calendar().etapes().get(session.etape());
        Point centre = situation.known().centre(session.insee());
        return etape == null
                        || centre != null
                                && etape.getLatitude() == centre.latitude()
                                && etape.getLongitude() == centre.longitude()
                ? centre
                : new Point(etape.getLatitude(), etape.getLongitude(), true);
    }
}

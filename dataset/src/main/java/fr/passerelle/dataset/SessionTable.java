package fr.passerelle.dataset;

import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.sheets.form.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people were told of calendars. */
final class SessionTable {

    private SessionTable() {}

    /** One row a session, whether it is held or was cancelled. */
    static Table<?> sessions(DatasetSource source) {
        LogInventory known = source.known();
        return source.<PublishedSession>table()
                .text("seance", "Son identité, qui ne change jamais", PublishedSession::seance)
                .text("etape", "L'étape : room:, place: ou commune:, et son identifiant", PublishedSession::etape)
                .text("lieu", "Nom du lieu", PublishedSession::name)
                .text("code_insee", "Code INSEE de sa commune", PublishedSession::insee)
                .text("commune", "Nom de sa commune", it -> known.communeName(it.insee()))
                .text("epci_siren", "SIREN de l'intercommunalité", PublishedSession::epci)
                .text("epci_nom", "Nom de l'intercommunalité", it -> known.epciName(it.epci()))
                .date("date", "Jour", PublishedSession::day)
                .text("debut", "Heure de début, à Paris", it -> ToldCalendar.time(it.start()))
                .text("fin", "Heure de fin", it -> ToldCalendar.time(it.end()))
                .text("annulee", "Pourquoi elle est annulée ; vide : elle est maintenue", PublishedSession::cancelled)
                .integer("changements", "Combien de fois elle a été publiée autrement", PublishedSession::sequence)
                .inside(it -> it.text("animateur", "Identifiant opaque de qui la tient", PublishedSession::animateur))
                .at(session -> point(session, source), source.calendar().sessions());
    }

    /** Where the calendar has it; that is no more than the middle of its commune where it is exactly there. */
    private static Table.@Nullable Point point(PublishedSession session, DatasetSource source) {
        EtapeDesservie etape = source.calendar().etapes().get(session.etape());
        Table.Point centre = source.known().centre(session.insee());
        return etape == null
                        || centre != null
                                && etape.getLatitude() == centre.latitude()
                                && etape.getLongitude() == centre.longitude()
                ? centre
                : point(etape);
    }

    /**
     * One row a day of an animateur, drawn from its first host to its last. Nothing measures the way there and back: from hours or
     * kilometres of a few days, the commune that an animateur leaves from is found.
     */
    static Table<?> days(DatasetSource source) {
        return source.<JourneeAnimateur>table()
                .inside(it -> it.text("animateur", "Identifiant opaque", JourneeAnimateur::getAnimateur))
                .date("date", "Jour", JourneeAnimateur::getDay)
                .text("etapes", "Étapes, dans l'ordre", SessionTable::etapes)
                .along(
                        day -> etapes(day).stream()
                                .map(etape -> point(Objects.requireNonNull(
                                        source.calendar().etapes().get(etape), etape)))
                                .toList(),
                        source.calendar().days());
    }

    private static List<String> etapes(JourneeAnimateur day) {
        return day.getArrets().stream().map(ArretJournee::getEtape).toList();
    }

    private static Table.Point point(EtapeDesservie etape) {
        return new Table.Point(etape.getLatitude(), etape.getLongitude(), true);
    }
}

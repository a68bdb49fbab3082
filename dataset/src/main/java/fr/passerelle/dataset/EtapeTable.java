package fr.passerelle.dataset;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.sheets.form.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row an étape de médiation nomade: where it is held, how often, who pays. Themes, which rooms are told in words of one's own, stay inside. */
final class EtapeTable {

    /** An étape that is proposed for a room: the public place that hosts it, null where no such place does, and where it is, null where unknown. */
    record Etape(Conversion conversion, Host host, @Nullable PublicPlace place, Table.@Nullable Point point) {}

    private EtapeTable() {}

    static Table<?> of(DatasetSource source) {
        LogInventory known = source.known();
        return source.<Etape>table()
                .from(Etape::conversion)
                .text("id_salle", "Salle qu'elle remplace", Conversion::getRoomId)
                .text(
                        "salle_nom",
                        "Nom de cette salle",
                        it -> known.room(it.getRoomId())
                                .map(RoomInventoried::getName)
                                .orElse(null))
                .text("epci_siren", "SIREN de l'intercommunalité", Conversion::getEpci)
                .text("epci_nom", "Nom de l'intercommunalité", it -> known.epciName(it.getEpci()))
                .flag("provisoire", "Elle est provisoire", Conversion::getProvisoire)
                .from(Etape::host)
                .text(
                        "hote_nature",
                        "SALLE, LIEU_PUBLIC ou SALLE_COMMUNALE (accord du maire à demander)",
                        Host::getKind)
                .text("hote_id", "Identifiant de l'hôte ; vide : à demander à la commune", Host::getId)
                .text("hote_nom", "Nom de l'hôte", Host::getName)
                .text("hote_code_insee", "Code INSEE de sa commune", Host::getInsee)
                .text("hote_commune", "Nom de sa commune", Host::getCommune)
                .integer("distance_m", "Mètres entre les centres des deux communes", Host::getDistanceM)
                .text("partage_avec", "Autres salles dont il accueille les séances", Host::getSharedWith)
                .integer("hote_seances_par_mois", "Séances par mois de toutes ces salles", Host::getSessionsAMonth)
                .from(Etape::conversion)
                .integer("seances_par_mois", "Séances de deux heures par mois", Conversion::getSessionsAMonth)
                .text("payeur", "AIDE_REGIONALE, NOMME ou A_TROUVER : qui paie l'animation", Conversion::getPayeur)
                .text("payeur_siren", "SIREN de l'organisme nommé", Conversion::getPayeurSiren)
                .integer("tablettes", "Tablettes que l'animateur apporte", Conversion::getTablets)
                .inside(it -> it.text("themes", "Thèmes des séances, le plus suivi d'abord", Conversion::getThemes))
                .at(Etape::point, etapes(source));
    }

    /** Those of a run, by room. */
    static List<Etape> etapes(DatasetSource source) {
        return source.proposals().conversions().values().stream()
                .flatMap(conversion ->
                        Stream.ofNullable(conversion.getHost()).map(host -> etape(conversion, host, source.known())))
                .toList();
    }

    private static Etape etape(Conversion conversion, Host host, LogInventory known) {
        PublicPlace place =
                host.getId() == null ? null : known.place(host.getId()).orElse(null);
        return new Etape(conversion, host, place, point(host, place, known));
    }

    private static Table.@Nullable Point point(Host host, @Nullable PublicPlace place, LogInventory known) {
        if (place != null) {
            return new Table.Point(place.getLatitude(), place.getLongitude(), true);
        }
        return host.getId() == null
                ? known.centre(host.getInsee())
                : known.room(host.getId()).map(known::where).orElseGet(() -> known.centre(host.getInsee()));
    }
}

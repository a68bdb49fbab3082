package fr.passerelle.dataset;

import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.sheets.form.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row a room that is in the inventory: its score and what is proposed for it. */
final class RoomTable {

    private record Room(
            RoomInventoried room,
            Frequentation score,
            @Nullable Conversion conversion,
            @Nullable EpciDescribed epci,
            @Nullable Commune commune,
            Table.@Nullable Point point) {}

    private RoomTable() {}

    static Table<?> of(DatasetSource source) {
        return source.<Room>table()
                .from(Room::room)
                .text("id_salle", "Identifiant de la salle", RoomInventoried::getRoomId)
                .text("nom", "Nom de la salle", RoomInventoried::getName)
                .text("epci_siren", "SIREN de l'intercommunalité, ou SANS-EPCI", RoomInventoried::getEpci)
                .from(Room::epci)
                .text("epci_nom", "Nom de l'intercommunalité", EpciDescribed::getName)
                .from(Room::room)
                .text("code_insee", "Code INSEE de la commune", RoomInventoried::getInsee)
                .from(Room::commune)
                .text("commune", "Nom de la commune", Commune::getName)
                .from(Room::room)
                .text("gestion", "REGION ou COMMUNALE_AUTONOME", RoomInventoried::getGestion)
                .from(Room::score)
                .text("etat_note", "NOTEE, DONNEES_INSUFFISANTES ou FERMEE", Frequentation::getState)
                .integer("note", "Note de fréquentation, 0 à 100", Frequentation::getScore)
                .integer("note_basse", "Bas de la fourchette", Frequentation::getLow)
                .integer("note_haute", "Haut de la fourchette", Frequentation::getHigh)
                .integer("mois_ouverts", "Mois ouverts de la fenêtre", Frequentation::getMonthsOpen)
                .integer("mois_observes", "De ceux-ci, observés", Frequentation::getMonthsObserved)
                .inside(it -> it.integer(
                                "presences_12_mois",
                                "Présences des mois observés parmi les douze derniers",
                                Frequentation::getPresences12Months)
                        .decimal("population_desservie", 6, "Habitants desservis", Frequentation::getPopulationServed))
                .text("signalements", "Ce qui est montré sans être noté", Frequentation::getFlags)
                .from(Room::conversion)
                .text(
                        "proposition",
                        "TIERS_LIEU ou ETAPE_NOMADE ; vide : rien n'est proposé (autonome, fermée, sans EPCI)",
                        Conversion::getKind)
                .text("candidature", "Où elle se tient face au seuil et aux fonctions", Conversion::getCandidature)
                .flag("provisoire", "L'étape est provisoire", Conversion::getProvisoire)
                .text("fonctions", "Fonctions offertes ou possibles", RoomTable::functions)
                .integer("seances_par_mois", "Séances de deux heures par mois", Conversion::getSessionsAMonth)
                .at(Room::point, rooms(source));
    }

    private static List<Fonction> functions(Conversion conversion) {
        return conversion.getFonctions().stream()
                .filter(Seating::isConfirmed)
                .map(FonctionJugee::getFonction)
                .toList();
    }

    private static List<Room> rooms(DatasetSource source) {
        return source.proposals().scores().values().stream()
                .flatMap(
                        score -> source.known().room(score.getRoomId()).stream().map(room -> room(source, room, score)))
                .toList();
    }

    private static Room room(DatasetSource source, RoomInventoried room, Frequentation score) {
        LogInventory known = source.known();
        return new Room(
                room,
                score,
                source.proposals().conversions().get(room.getRoomId()),
                known.epci(room.getEpci()).orElse(null),
                known.commune(room.getInsee()).orElse(null),
                known.where(room));
    }
}

package fr.passerelle.dataset;

import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.sheets.form.Table;

/** One row a room that is in the inventory: its score and what is proposed for it. */
final class RoomTable {

    private RoomTable() {}

    static Table<?> of(DatasetSource source) {
        LogInventory known = source.known();
        Proposals proposals = source.proposals();
        return source.<RoomInventoried>table()
                .text("id_salle", "Identifiant de la salle", RoomInventoried::getRoomId)
                .text("nom", "Nom de la salle", RoomInventoried::getName)
                .text("epci_siren", "SIREN de l'intercommunalité, ou SANS-EPCI", RoomInventoried::getEpci)
                .text("epci_nom", "Nom de l'intercommunalité", it -> known.epciName(it.getEpci()))
                .text("code_insee", "Code INSEE de la commune", RoomInventoried::getInsee)
                .text("commune", "Nom de la commune", it -> known.communeName(it.getInsee()))
                .text("gestion", "REGION ou COMMUNALE_AUTONOME", RoomInventoried::getGestion)
                .from(room -> proposals.scores().get(room.getRoomId()))
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
                .from(room -> proposals.conversions().get(room.getRoomId()))
                .text(
                        "proposition",
                        "TIERS_LIEU ou ETAPE_NOMADE ; vide : rien n'est proposé (autonome, fermée, sans EPCI)",
                        Conversion::getKind)
                .text("candidature", "Où elle se tient face au seuil et aux fonctions", Conversion::getCandidature)
                .flag("provisoire", "L'étape est provisoire", Conversion::getProvisoire)
                .text("fonctions", "Fonctions offertes ou possibles", it -> Seating.confirmed(it.getFonctions()))
                .integer("seances_par_mois", "Séances de deux heures par mois", Conversion::getSessionsAMonth)
                .at(
                        known::where,
                        proposals.scores().keySet().stream()
                                .flatMap(room -> known.room(room).stream())
                                .toList());
    }
}

package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.CellValues.code;
import static fr.passerelle.cli.dataset.CellValues.ifAny;
import static fr.passerelle.cli.dataset.CellValues.joined;
import static fr.passerelle.cli.dataset.CellValues.number;
import static fr.passerelle.cli.dataset.DataColumn.decimal;
import static fr.passerelle.cli.dataset.DataColumn.flag;
import static fr.passerelle.cli.dataset.DataColumn.integer;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row a room that is in the inventory: its score and what is proposed for it. */
final class RoomTable {

    private static final String PROPOSAL =
            "TIERS_LIEU ou ETAPE_NOMADE ; vide : rien n'est proposé (autonome, fermée, sans EPCI)";

    private record Room(
            RoomInventoried room,
            Frequentation score,
            @Nullable Conversion conversion,
            @Nullable EpciDescribed epci,
            @Nullable Commune commune,
            @Nullable Point point) {}

    private RoomTable() {}

    static DataTable of(DatasetSource situation) {
        return proposed(scored(identified(new DataLayout<>(situation.published()))))
                .at(Room::point)
                .of(rooms(situation));
    }

    private static DataLayout<Room> identified(DataLayout<Room> layout) {
        return layout.add(text("id_salle", "Identifiant de la salle"), room(RoomInventoried::getRoomId))
                .add(text("nom", "Nom de la salle"), room(RoomInventoried::getName))
                .add(text("epci_siren", "SIREN de l'intercommunalité, ou SANS-EPCI"), room(RoomInventoried::getEpci))
                .add(text("epci_nom", "Nom de l'intercommunalité"), ifAny(Room::epci, EpciDescribed::getName))
                .add(text("code_insee", "Code INSEE de la commune"), room(RoomInventoried::getInsee))
                .add(text("commune", "Nom de la commune"), ifAny(Room::commune, Commune::getName))
                .add(text("gestion", "REGION ou COMMUNALE_AUTONOME"), room(it -> code(it.getGestion())));
    }

    private static DataLayout<Room> scored(DataLayout<Room> layout) {
        return layout.add(text("etat_note", "NOTEE, DONNEES_INSUFFISANTES ou FERMEE"), score(it -> code(it.getState())))
                .add(integer("note", "Note de fréquentation, 0 à 100"), score(it -> number(it.getScore())))
                .add(integer("note_basse", "Bas de la fourchette"), score(it -> number(it.getLow())))
                .add(integer("note_haute", "Haut de la fourchette"), score(it -> number(it.getHigh())))
                .add(integer("mois_ouverts", "Mois ouverts de la fenêtre"), score(it -> number(it.getMonthsOpen())))
                .add(integer("mois_observes", "De ceux-ci, observés"), score(it -> number(it.getMonthsObserved())))
                .addInside(
                        integer("presences_12_mois", "Présences des mois observés parmi les douze derniers"),
                        score(Frequentation::getPresences12Months))
                .addInside(
                        decimal("population_desservie", 6, "Habitants desservis"),
                        score(Frequentation::getPopulationServed))
                .add(text("signalements", "Ce qui est montré sans être noté"), score(it -> joined(it.getFlags())));
    }

    private static DataLayout<Room> proposed(DataLayout<Room> layout) {
        return layout.add(text("proposition", PROPOSAL), conversion(it -> code(it.getKind())))
                .add(
                        text("candidature", "Où elle se tient face au seuil et aux fonctions"),
                        conversion(it -> code(it.getCandidature())))
                .add(flag("provisoire", "L'étape est provisoire"), conversion(Conversion::getProvisoire))
                .add(text("fonctions", "Fonctions offertes ou possibles"), conversion(RoomTable::functions))
                .add(
                        integer("seances_par_mois", "Séances de deux heures par mois"),
                        conversion(it -> number(it.getSessionsAMonth())));
    }

    private static Function<Room, @Nullable Object> room(Function<RoomInventoried, ? extends @Nullable Object> cell) {
        return ifAny(Room::room, cell);
    }

    private static Function<Room, @Nullable Object> score(Function<Frequentation, ? extends @Nullable Object> cell) {
        return ifAny(Room::score, cell);
    }

    private static Function<Room, @Nullable Object> conversion(Function<Conversion, ? extends @Nullable Object> cell) {
        return ifAny(Room::conversion, cell);
    }

    private static @Nullable String functions(Conversion conversion) {
        return joined(conversion.getFonctions().stream()
                .filter(function -> function.getDisponibilite() == Disponibilite.OFFERTE
                        || function.getDisponibilite() == Disponibilite.POSSIBLE)
                .map(FonctionJugee::getFonction)
                .toList());
    }

    private static List<Room> rooms(DatasetSource situation) {
        return situation.proposals().scores().values().stream()
                .flatMap(score ->
                        situation.known().room(score.getRoomId()).stream().map(room -> room(situation, room, score)))
                .toList();
    }

    private static Room room(DatasetSource situation, RoomInventoried room, Frequentation score) {
        LogInventory known = situation.known();
        return new Room(
                room,
                score,
                situation.proposals().conversions().get(room.getRoomId()),
                known.epci(room.getEpci()).orElse(null),
                known.commune(room.getInsee()).orElse(null),
                known.where(room));
    }
}

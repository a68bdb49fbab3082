package fr.passerelle.batch.export.data;

import static fr.passerelle.batch.export.data.Column.decimal;
import static fr.passerelle.batch.export.data.Column.flag;
import static fr.passerelle.batch.export.data.Column.integer;
import static fr.passerelle.batch.export.data.Column.text;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row a room that is scored: its score and what is proposed for it. */
final class RoomTable {

    private record Room(
            RoomInventoried room,
            Frequentation score,
            @Nullable Conversion conversion,
            @Nullable EpciDescribed epci,
            @Nullable Point point,
            @Nullable String commune) {}

    private RoomTable() {}

    static DataTable of(Situation situation) {
        return layout(situation.published()).of(rooms(situation));
    }

    private static Layout<Room> layout(boolean published) {
        return scored(identified(new Layout<Room>(published)))
                .add(
                        text("proposition", "TIERS_LIEU ou ETAPE_NOMADE ; vide : rien n'est proposé (autonome, fermée, sans EPCI)"),
                        of(Conversion::getKind))
                .add(text("candidature", "Où elle se tient face au seuil et aux fonctions"), of(Conversion::getCandidature))
                .add(flag("provisoire", "L'étape est provisoire"), of(Conversion::getProvisoire))
                .add(text("fonctions", "Fonctions offertes ou possibles, séparées par |"), of(RoomTable::functions))
                .add(integer("seances_par_mois", "Séances de deux heures par mois"), of(RoomTable::sessions))
                .at(Room::point);
    }

    private static Layout<Room> identified(Layout<Room> layout) {
        return layout.add(text("id_salle", "Identifiant de la salle"), it -> it.room().getRoomId())
                .add(text("nom", "Nom de la salle"), it -> it.room().getName())
                .add(text("epci_siren", "SIREN de l'intercommunalité, ou SANS-EPCI"), it -> it.room().getEpci())
                .add(
                        text("epci_nom", "Nom de l'intercommunalité"),
                        it -> it.epci() == null ? null : it.epci().getName())
                .add(text("code_insee", "Code INSEE de la commune"), it -> it.room().getInsee())
                .add(text("commune", "Nom de la commune"), Room::commune)
                .add(text("gestion", "REGION ou COMMUNALE_AUTONOME"), it -> it.room().getGestion().name());
    }

    private static Layout<Room> scored(Layout<Room> layout) {
        return layout.add(
                        text("etat_note", "NOTEE, DONNEES_INSUFFISANTES ou FERMEE"),
                        it -> it.score().getState().name())
                .add(integer("note", "Note de fréquentation, 0 à 100"), it -> number(it.score().getScore()))
                .add(integer("note_basse", "Bas de la fourchette"), it -> number(it.score().getLow()))
                .add(integer("note_haute", "Haut de la fourchette"), it -> number(it.score().getHigh()))
                .add(integer("mois_ouverts", "Mois ouverts de la fenêtre, 0 à 24"), it -> number(it.score().getMonthsOpen()))
                .add(integer("mois_observes", "De ceux-ci, mois observés"), it -> number(it.score().getMonthsObserved()))
                .addInside(
                        integer("presences_12_mois", "Présences des mois observés parmi les douze derniers"),
                        it -> it.score().getPresences12Months())
                .addInside(
                        decimal("population_desservie", 6, "Habitants desservis"),
                        it -> it.score().getPopulationServed())
                .add(text("signalements", "Ce qui est montré sans être noté, séparé par |"), it -> String.join("|", it.score().getFlags()));
    }

    private static Function<Room, @Nullable Object> of(Function<Conversion, ? extends @Nullable Object> cell) {
        return it -> {
            Object found = it.conversion() == null ? null : cell.apply(it.conversion());
            return found instanceof Enum<?> code ? code.name() : found;
        };
    }

    private static @Nullable Long sessions(Conversion conversion) {
        return number(conversion.getSessionsAMonth());
    }

    static String functions(Conversion conversion) {
        return conversion.getFonctions().stream()
                .filter(function -> function.getDisponibilite() == Disponibilite.OFFERTE
                        || function.getDisponibilite() == Disponibilite.POSSIBLE)
                .map(FonctionJugee::getFonction)
                .map(Enum::name)
                .collect(Collectors.joining("|"));
    }

    private static List<Room> rooms(Situation situation) {
        return situation.proposals().scores().values().stream()
                .flatMap(score -> situation.known().room(score.getRoomId()).stream()
                        .map(room -> room(situation, room, score)))
                .toList();
    }

    private static Room room(Situation situation, RoomInventoried room, Frequentation score) {
        Known known = situation.known();
        return new Room(
                room,
                score,
                situation.proposals().conversions().get(room.getRoomId()),
                known.epci(room.getEpci()).orElse(null),
                known.where(room),
                known.commune(room.getInsee()).map(commune -> commune.getName()).orElse(null));
    }

    private static @Nullable Long number(@Nullable Integer value) {
        return value == null ? null : Long.valueOf(value);
    }
}

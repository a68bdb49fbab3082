package fr.passerelle.console.room;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.texts.Codes;
import fr.passerelle.texts.Dossier;
import fr.passerelle.texts.RoomChange;
import fr.passerelle.texts.RoomText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A room as its page shows it.
 *
 * @param row what the list shows of it
 * @param manager who manages it, in words
 * @param headline the last word on it, a key of the texts
 * @param text what is proposed, as its maire reads it; empty where nothing is published of it
 * @param score null where it was never scored
 * @param functions its five functions; empty for a room that is never converted
 * @param stage null where it becomes no étape
 */
record RoomView(
        RoomRow row,
        String manager,
        String headline,
        String text,
        @Nullable ScoreView score,
        List<FunctionLine> functions,
        List<RoomChange> changes,
        @Nullable EtapeView stage) {

    static RoomView of(PublishedResults published, RoomInventoried room, int threshold) {
        Frequentation score = published.proposals().scores().get(room.getRoomId());
        Conversion conversion = published.proposals().conversions().get(room.getRoomId());
        Optional<Dossier> dossier = Dossier.of(published.proposals(), room.getEpci())
                .filter(found -> found.room(room.getRoomId()).isPresent());
        return new RoomView(
                RoomRows.one(published, room),
                Codes.gestion(room.getGestion()),
                headline(room, conversion, score),
                text(dossier, room, score),
                score == null ? null : ScoreView.of(score, threshold),
                conversion == null
                        ? List.of()
                        : conversion.getFonctions().stream()
                                .map(FunctionLine::of)
                                .toList(),
                dossier.map(found -> RoomChange.of(found, room.getRoomId())).orElse(List.of()),
                conversion == null ? null : EtapeView.of(conversion, published).orElse(null));
    }

    private static String headline(
            RoomInventoried room, @Nullable Conversion conversion, @Nullable Frequentation score) {
        if (conversion != null) {
            return conversion.getKind() + "." + conversion.getCandidature();
        }
        if (score != null && score.getState() == FrequentationState.FERMEE) {
            return FrequentationState.FERMEE.name();
        }
        return room.getGestion() == Gestion.COMMUNALE_AUTONOME
                ? room.getGestion().name()
                : "HORS_PLAN";
    }

    private static String text(Optional<Dossier> dossier, RoomInventoried room, @Nullable Frequentation score) {
        if (score == null) {
            return "";
        }
        return dossier.map(found -> RoomText.of(found, room.getRoomId()))
                .orElseGet(() -> RoomText.withoutEpci(room.getName(), score));
    }
}

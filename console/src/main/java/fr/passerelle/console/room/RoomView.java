package fr.passerelle.console.room;

import fr.passerelle.console.bareme.ScalePicture;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.ScriptJson;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.rules.frequentation.SeriesSigns;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sheets.explanation.ChangePart.SmallestChange;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.RoomText;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A room as its page shows it, with what is proposed, as its maire reads it; empty where nothing is published of it. */
public record RoomView(
        RoomRow row,
        String text,
        @Nullable ScoreView score,
        List<SmallestChange> changes,
        @Nullable EtapeView stage) {

    static RoomView of(PublishedResults published, RoomInventoried room) {
        RoomRow row = RoomRow.of(published, room, RoomRow.communes(published));
        Optional<Dossier> dossier = Dossier.of(published.proposals(), room.getEpci())
                .filter(found -> found.room(room.getRoomId()).isPresent());
        JeuDeRegles rules = published.run().bareme().jeuDeRegles();
        return new RoomView(
                row,
                Objects.requireNonNullElse(row.scored(score -> text(dossier, room, score)), ""),
                row.scored(score -> ScoreView.of(score, rules.threshold())),
                dossier.map(found -> SmallestChange.ofRoom(found, room.getRoomId()))
                        .orElse(List.of()),
                EtapeView.of(row.conversion(), published));
    }

    private static String text(Optional<Dossier> dossier, RoomInventoried room, Frequentation score) {
        return dossier.map(found -> RoomText.of(found, room.getRoomId()))
                .orElseGet(() -> RoomText.withoutEpci(room.getName(), score));
    }

    /** What the inventory says of it, by the title of its column. */
    public List<Map.Entry<String, String>> facts() {
        return List.of(
                Map.entry(title("gestion"), Textes.word("gestion", row.room().getGestion())));
    }

    private static String title(String column) {
        return PlainText.small(TableSchema.SALLES.field(column).orElseThrow().title());
    }

    /** The last word on it, a key of the texts. */
    public String headline() {
        Conversion conversion = row.conversion();
        if (conversion != null) {
            return conversion.getKind() + "." + conversion.getCandidature();
        }
        if (row.scored(Frequentation::getState) == FrequentationState.FERMEE) {
            return FrequentationState.FERMEE.name();
        }
        Gestion gestion = row.room().getGestion();
        return gestion == Gestion.COMMUNALE_AUTONOME ? gestion.name() : "HORS_PLAN";
    }

    /** Its five functions; none for a room that is never converted. */
    public List<FonctionJugee> functions() {
        return row.conversion() == null ? List.of() : row.conversion().getFonctions();
    }

    /** The score of a room, and the threshold that it is compared with, 0 to 100. */
    record ScoreView(Frequentation of, int threshold, List<IndicatorLine> indicators) {

        static ScoreView of(Frequentation score, int threshold) {
            int available = score.getIndicateurs().stream()
                    .filter(one -> one.getPoints() != null)
                    .mapToInt(Indicateur::getWeight)
                    .sum();
            List<IndicatorLine> indicators = score.getIndicateurs().stream()
                    .map(one -> IndicatorLine.of(one, threshold, available))
                    .toList();
            return new ScoreView(score, threshold, indicators);
        }
    }

    /** An indicator of a room's score: its share is points times weight over the weights available, null where it is unavailable. */
    record IndicatorLine(Indicateur of, @Nullable BigDecimal share, ScalePicture picture) {

        /** @param available sum of the weights of the room's available indicators, above 0 where this one is */
        static IndicatorLine of(Indicateur one, int threshold, int available) {
            return new IndicatorLine(
                    one,
                    share(one, available),
                    ScalePicture.of(one.getScale(), one.getUnit(), threshold, one.getValue(), one.getPoints()));
        }

        private static @Nullable BigDecimal share(Indicateur one, int available) {
            return one.getPoints() == null
                    ? null
                    : one.getPoints()
                            .multiply(BigDecimal.valueOf(one.getWeight()))
                            .divide(BigDecimal.valueOf(available), 6, RoundingMode.HALF_UP);
        }
    }

    /** The étape nomade that a room becomes, and the names of the other rooms whose sessions the same host takes. */
    record EtapeView(Conversion conversion, Host host, int sessionHours, List<String> sharedWith) {

        static @Nullable EtapeView of(@Nullable Conversion conversion, PublishedResults published) {
            return conversion == null || conversion.getHost() == null
                    ? null
                    : new EtapeView(
                            conversion,
                            conversion.getHost(),
                            published.run().bareme().jeuDeRegles().conversion().sessionHours(),
                            conversion.getHost().getSharedWith().stream()
                                    .map(published::roomName)
                                    .toList());
        }

        /** From the centre of the room's commune to that of the host's, one decimal. */
        public BigDecimal kilometres() {
            return BigDecimal.valueOf(host.getDistanceM()).movePointLeft(3);
        }
    }

    /** A room's attendance by month, up to the month of the situation, in order and without hole. */
    record AttendanceByMonth(List<MonthLine> months) {

        private static final int LONGEST = 48;

        /** The latest four years at most. */
        static AttendanceByMonth of(RoomFacts facts, YearMonth asOf, JeuDeRegles rules) {
            List<RoomMonth> all = RoomMonth.of(facts, asOf);
            SeriesSigns signs = SeriesSigns.of(facts, asOf, rules);
            YearMonth start = asOf.minusMonths(rules.fenetre().months() - 1L);
            return new AttendanceByMonth(all.subList(Math.max(0, all.size() - LONGEST), all.size()).stream()
                    .map(month -> line(month, signs, start))
                    .toList());
        }

        private static MonthLine line(RoomMonth month, SeriesSigns signs, YearMonth start) {
            return new MonthLine(
                    month,
                    !month.month().isBefore(start),
                    signs.copied().contains(month.month()),
                    signs.breaks().filter(month.month()::equals).isPresent());
        }

        /** The latest month first. */
        public List<MonthLine> latestFirst() {
            return months.reversed();
        }

        /** What the picture is drawn from: one list a kind, one item a month. */
        public String json() {
            Map<String, Object> picture = new LinkedHashMap<>();
            picture.put("mois", each(month -> PageFrench.INSTANCE.month(month.text())));
            picture.put("presences", each(month -> month.of().presences()));
            picture.put("etats", each(month -> month.of().state().name()));
            picture.put("comptes", each(MonthLine::counted));
            picture.put("repartis", each(month -> month.of().spread()));
            picture.put("copies", each(MonthLine::copied));
            picture.put("ruptures", each(MonthLine::breaks));
            return ScriptJson.of(picture);
        }

        private List<@Nullable Object> each(Function<MonthLine, @Nullable Object> kind) {
            return months.stream().<@Nullable Object>map(kind).toList();
        }

        /** A month of a room: whether it counts in the score, says the same as those beside it, or begins another scale. */
        record MonthLine(RoomMonth of, boolean counted, boolean copied, boolean breaks) {

            /** YYYY-MM. */
            public String text() {
                return of.month().toString();
            }
        }
    }
}

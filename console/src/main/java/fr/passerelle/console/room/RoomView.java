package fr.passerelle.console.room;

import fr.passerelle.console.bareme.ScalePicture;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.ScriptJson;
import fr.passerelle.console.room.RoomRow.RoomRows;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.rules.frequentation.SeriesSigns;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Formule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sheets.explanation.ChangePart.SmallestChange;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.RoomText;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Months;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A room as its page shows it.
 *
 * @param facts what the inventory says of it
 * @param headline the last word on it, a key of the texts
 * @param text what is proposed, as its maire reads it; empty where nothing is published of it
 * @param score null where it was never scored
 * @param functions its five functions; empty for a room that is never converted
 * @param stage null where it becomes no étape
 */
public record RoomView(
        RoomRow row,
        List<Fact> facts,
        String headline,
        String text,
        @Nullable ScoreView score,
        List<FunctionLine> functions,
        List<SmallestChange> changes,
        @Nullable EtapeView stage) {

    static RoomView of(PublishedResults published, RoomInventoried room, int threshold) {
        Frequentation score = published.proposals().scores().get(room.getRoomId());
        Conversion conversion = published.proposals().conversions().get(room.getRoomId());
        Optional<Dossier> dossier = Dossier.of(published.proposals(), room.getEpci())
                .filter(found -> found.room(room.getRoomId()).isPresent());
        return new RoomView(
                RoomRows.one(published, room),
                Fact.of(room),
                headline(room, conversion, score),
                text(dossier, room, score),
                score == null ? null : ScoreView.of(score, threshold),
                conversion == null
                        ? List.of()
                        : conversion.getFonctions().stream()
                                .map(FunctionLine::of)
                                .toList(),
                dossier.map(found -> SmallestChange.ofRoom(found, room.getRoomId()))
                        .orElse(List.of()),
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

    /** A fact of the inventory: the French title of its column, and what the room says there; null where it says nothing. */
    record Fact(String title, @Nullable String words) {

        private static final TableSchema COLUMNS = TableSchema.salles();

        static List<Fact> of(RoomInventoried room) {
            return List.of(fact("gestion", Codes.gestion(room.getGestion())));
        }

        private static Fact fact(String column, @Nullable String words) {
            return new Fact(COLUMNS.field(column).orElseThrow().title(), words);
        }
    }

    /**
     * A function of a room, and what it asks of the place.
     *
     * @param code of how it is judged: OFFERTE, POSSIBLE, A_VERIFIER or NON
     * @param judged the same in words
     */
    record FunctionLine(String name, String code, String judged, List<Condition> conditions) {

        /**
         * A condition.
         *
         * @param code what is known of it: OUI, NON or INCONNU
         * @param found what was found, with its unit; empty where it is a yes or no
         * @param required what is required; empty where it is a yes
         */
        record Condition(String name, String code, String answer, String found, String required) {}

        static FunctionLine of(FonctionJugee function) {
            return new FunctionLine(
                    Codes.fonction(function.getFonction()),
                    function.getDisponibilite().name(),
                    Codes.outcome(function.getDisponibilite().name()),
                    function.getChecks().stream().map(FunctionLine::condition).toList());
        }

        private static Condition condition(ConditionJugee check) {
            return new Condition(
                    Codes.condition(check.getCondition()),
                    check.getReponse().name(),
                    Codes.outcome(check.getReponse().name()),
                    check.getFound() == null ? "" : FrenchNumbers.of(check.getFound(), check.getUnit()),
                    check.getRequired() == null ? "" : FrenchNumbers.of(check.getRequired(), check.getUnit()));
        }
    }

    /**
     * The score of a room.
     *
     * @param threshold what it is compared with, 0 to 100
     * @param missing the months without a record, in words; empty where none is
     * @param flags what is shown and never counts, code by code
     */
    record ScoreView(
            Frequentation of, int threshold, String missing, List<FlagView> flags, List<IndicatorLine> indicators) {

        /** A flag: its code, and its French words. */
        record FlagView(String code, String words) {}

        static ScoreView of(Frequentation score, int threshold) {
            int available = score.getIndicateurs().stream()
                    .filter(one -> one.getPoints() != null)
                    .mapToInt(Indicateur::getWeight)
                    .sum();
            return new ScoreView(
                    score,
                    threshold,
                    Months.spans(score.getMonthsMissing()),
                    score.getFlags().stream()
                            .map(flag -> new FlagView(flag, Codes.outcome(flag)))
                            .toList(),
                    score.getIndicateurs().stream()
                            .map(one -> IndicatorLine.of(one, threshold, available))
                            .toList());
        }

        /** Whether it has bounds that are not the score itself. */
        public boolean isUnsure() {
            return of.getLow() != null && !of.getLow().equals(of.getHigh());
        }
    }

    /**
     * An indicator of a room's score.
     *
     * @param code stable code, for an address in the page
     * @param value with its unit, rounded for reading; empty where it is unavailable
     * @param unavailable why it is; empty where it is available
     * @param numerator first of the two terms, with its unit; empty where it is unavailable
     * @param points 0 to 100, one decimal; a dash where it is unavailable
     * @param share points times weight over the weights that are available, one decimal; a dash where it is unavailable
     */
    record IndicatorLine(
            String code,
            String name,
            String value,
            String unavailable,
            String numerator,
            String denominator,
            boolean variation,
            String points,
            int weight,
            String share,
            int months,
            ScalePicture picture) {

        private static final int UNIT = 6;
        private static final int DIGITS = 5;

        /** @param available sum of the weights of the room's available indicators, above 0 where this one is */
        static IndicatorLine of(Indicateur one, int threshold, int available) {
            return new IndicatorLine(
                    one.getName().name(),
                    Codes.indicateur(one.getName()),
                    one.getValue() == null ? "" : FrenchNumbers.of(readable(one.getValue()), one.getUnit()),
                    Optional.ofNullable(one.getUnavailable())
                            .map(Codes::outcome)
                            .orElse(""),
                    one.getNumerator() == null
                            ? ""
                            : FrenchNumbers.of(readable(one.getNumerator()), one.getNumeratorUnit()),
                    one.getDenominator() == null
                            ? ""
                            : FrenchNumbers.of(readable(one.getDenominator()), one.getDenominatorUnit()),
                    one.getFormula() == Formule.VARIATION,
                    PageFrench.INSTANCE.decimal(one.getPoints(), 1),
                    one.getWeight(),
                    PageFrench.INSTANCE.decimal(share(one, available), 1),
                    one.getMonths().size(),
                    ScalePicture.of(one.getScale(), one.getUnit(), threshold, one.getValue(), one.getPoints()));
        }

        private static @Nullable BigDecimal share(Indicateur one, int available) {
            return one.getPoints() == null
                    ? null
                    : one.getPoints()
                            .multiply(BigDecimal.valueOf(one.getWeight()))
                            .divide(BigDecimal.valueOf(available), UNIT, RoundingMode.HALF_UP);
        }

        /** As many decimals as a reader needs: the legal explanation has all of them. */
        private static BigDecimal readable(BigDecimal number) {
            int whole = Math.max(1, number.precision() - number.scale());
            return number.setScale(Math.max(0, DIGITS - whole), RoundingMode.HALF_UP);
        }
    }

    /**
     * The étape nomade that a room becomes.
     *
     * @param sessionHours length of one
     * @param sharedWith names of the other rooms whose sessions the same host takes
     */
    record EtapeView(Conversion conversion, Host host, int sessionHours, List<String> sharedWith) {

        private static final int KILO = 3;

        /** Empty for a tiers lieu. */
        static Optional<EtapeView> of(Conversion conversion, PublishedResults published) {
            return Optional.ofNullable(conversion.getHost())
                    .map(host -> new EtapeView(
                            conversion,
                            host,
                            published.run().bareme().jeuDeRegles().conversion().sessionHours(),
                            host.getSharedWith().stream()
                                    .map(published::roomName)
                                    .toList()));
        }

        /** From the centre of the room's commune to that of the host's, one decimal. */
        public BigDecimal kilometres() {
            return BigDecimal.valueOf(host.getDistanceM()).movePointLeft(KILO);
        }

        /** What its sessions are about, in words. */
        public List<String> themes() {
            return Codes.themes(conversion.getThemes());
        }
    }

    /**
     * A room's attendance by month, up to the month of the situation.
     *
     * @param months in order, without hole
     */
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
            List<@Nullable Object> items = new ArrayList<>();
            months.forEach(month -> items.add(kind.apply(month)));
            return items;
        }

        /**
         * A month of a room, as its table and its picture show it.
         *
         * @param of what its score reads
         * @param counted whether it counts in the score
         * @param copied whether it is one of those that say the same as the months beside them
         * @param breaks whether from it on the room is counted on another scale
         */
        record MonthLine(RoomMonth of, boolean counted, boolean copied, boolean breaks) {

            /** YYYY-MM. */
            public String text() {
                return of.month().toString();
            }
        }
    }
}

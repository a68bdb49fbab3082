package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.Seating.Conclusion;
import fr.passerelle.rules.explanation.EpciResults.EpciSituation;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.ModeleEconomique;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the counterfactuals of any EPCI, of the trials behind them, and of what moves nothing. */
class ContrefactuelsPropertiesTest {

    private static final int CASES = 50;

    @RepeatedTest(CASES)
    void applyingOneToTheInputsAltersTheConclusionAsItTells(RepetitionInfo repetition) {
        AnyFacts any = new AnyFacts(Seeds.random(repetition));
        Plan before = Facts.plan(any.facts());

        assertThat(before.getContrefactuels()).allSatisfy(told -> {
            Conclusion after = Conclusion.of(Facts.plan(new Applied(any).with(told, 0)));
            assertThat(after).isNotEqualTo(Conclusion.of(before));
            assertThat(after.of(told.getOn())).isEqualTo(told.getAfter());
            assertThat(after.seat()).isEqualTo(told.getSeatAfter());
        });
    }

    @RepeatedTest(CASES)
    void onePresenceOrOneMonthLessAltersNothing(RepetitionInfo repetition) {
        AnyFacts any = new AnyFacts(Seeds.random(repetition));
        Plan before = Facts.plan(any.facts());

        assertThat(before.getContrefactuels())
                .filteredOn(told -> told.getLevier() == Levier.PRESENCES || told.getLevier() == Levier.MOIS_RENDUS)
                .allSatisfy(told -> assertThat(Conclusion.of(Facts.plan(new Applied(any).with(told, 1))))
                        .isEqualTo(Conclusion.of(before)));
    }

    @RepeatedTest(CASES)
    void theyComeInAStableOrderWhateverThatOfTheFacts(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        EpciFacts facts = new AnyFacts(random).facts();
        List<RoomFacts> rooms = new ArrayList<>(facts.rooms());
        List<SiteDescribed> sites = new ArrayList<>(facts.sites());
        Collections.shuffle(rooms, random);
        Collections.shuffle(sites, random);

        List<Contrefactuel> told = Facts.plan(facts).getContrefactuels();
        EpciFacts shuffled = new EpciFacts(facts.siren(), facts.epci(), rooms, sites, facts.decisions());

        assertThat(Facts.plan(shuffled)).isEqualTo(Facts.plan(facts));
        assertThat(told).extracting(Contrefactuel::getOn).isSorted();
        assertThat(told)
                .extracting(
                        one -> one.getOn() + one.getLevier() + one.getAmount().signum())
                .doesNotHaveDuplicates();
    }

    /** The inputs of an EPCI with a counterfactual applied to them from what it tells and nothing else, as somebody would in the files. */
    static final class Applied {

        private static final String OWN_ACTIVITY = "APPLIQUE";

        private final AnyFacts inputs;

        Applied(AnyFacts inputs) {
            this.inputs = inputs;
        }

        /** @param less how many presences or months less than it tells */
        EpciFacts with(Contrefactuel told, int less) {
            return switch (told.getLevier()) {
                case FONCTION_CONFIRMEE, FONCTION_PERDUE -> answered(told);
                case PRESENCES -> presences(told, less);
                case MOIS_RENDUS -> returned(told, less);
            };
        }

        private EpciFacts answered(Contrefactuel told) {
            List<RoomInventoried> rooms = inputs.rooms().stream()
                    .map(room -> told.getOn().equals("room:" + room.getRoomId())
                            ? RoomInventoried.newBuilder(room)
                                    .setHosting(answered(room.getHosting(), told))
                                    .build()
                            : room)
                    .toList();
            List<SiteDescribed> sites = inputs.sites().stream()
                    .map(site -> told.getOn().equals("site:" + site.getSiteId())
                            ? SiteDescribed.newBuilder(site)
                                    .setHosting(answered(site.getHosting(), told))
                                    .build()
                            : site)
                    .toList();
            return AnyFacts.facts(rooms, sites, inputs.records());
        }

        private static Hosting answered(Hosting place, Contrefactuel told) {
            Hosting.Builder answered = Hosting.newBuilder(place);
            for (Operande answer : told.getOperands()) {
                boolean yes = "OUI".equals(answer.getText());
                switch (answer.getName()) {
                    case "SURFACE" -> answered.setSurfaceM2Hundredths(hundredths(answer));
                    case "DEBIT" -> answered.setMeasuredMbitsHundredths(hundredths(answer));
                    case "ANIMATEUR" -> answered.setAnimateurEtpHundredths(hundredths(answer));
                    case "ACCORD_PROPRIETAIRE" -> answered.setOwnerAgreement(yes);
                    case "ACCES_PLAIN_PIED" -> answered.setStepFreeAccess(yes);
                    case "ESPACE_CLOS" -> answered.setClosedSpace(yes);
                    case "ESPACE_VENTILE" -> answered.setVentilatedSpace(yes);
                    default -> throw new AssertionError(answer);
                }
            }
            return answered.build();
        }

        private EpciFacts presences(Contrefactuel told, int less) {
            int sign = told.getAmount().signum();
            List<ReportedLine> records = recordsOf(told);
            for (int i = 0; i < told.getItems().size(); i++) {
                YearMonth month = YearMonth.parse(told.getItems().get(i));
                boolean last = i == told.getItems().size() - 1;
                int presences = told.getOperands().get(i).getAmount().intValueExact() - (last ? sign * less : 0);
                if (presences > 0) {
                    records.add(Facts.month(month, OWN_ACTIVITY, Facts.presences(presences)));
                } else {
                    correct(records, month, -presences);
                }
            }
            return recorded(told, records);
        }

        /** Records of the month say less, one after the other, but for those that a session of their activity makes a control. */
        private static void correct(List<ReportedLine> records, YearMonth month, int presences) {
            int left = presences;
            for (int i = 0; i < records.size(); i++) {
                ReportedLine record = records.get(i);
                if (isOf(record, month) && !isControl(record, records)) {
                    int here = Math.min(left, record.getCounts().getPresences());
                    AttendanceCounts corrected = AttendanceCounts.newBuilder(record.getCounts())
                            .setPresences(record.getCounts().getPresences() - here)
                            .build();
                    records.set(
                            i,
                            ReportedLine.newBuilder(record).setCounts(corrected).build());
                    left -= here;
                }
            }
            if (left != 0) {
                throw new AssertionError(month + " has " + left + " presences less than what is taken from it");
            }
        }

        private static boolean isOf(ReportedLine record, YearMonth month) {
            return record.getCounts().getPresences() != null
                    && YearMonth.from(record.getPeriodStart()).equals(month)
                    && record.getGrain() != Grain.ANNEE;
        }

        private static boolean isControl(ReportedLine record, List<ReportedLine> records) {
            return record.getGrain() == Grain.MOIS
                    && records.stream()
                            .anyMatch(other -> other.getGrain() == Grain.SEANCE
                                    && other.getActivity().equals(record.getActivity())
                                    && YearMonth.from(other.getPeriodStart())
                                            .equals(YearMonth.from(record.getPeriodStart())));
        }

        private EpciFacts returned(Contrefactuel told, int less) {
            List<ReportedLine> records = recordsOf(told);
            AttendanceCounts month = Facts.presences(0);
            month.setPresences(whole(told, "presences"));
            month.setSessions(whole(told, "seances"));
            month.setSessionHoursHundredths(hundredths(told, "heures_seances"));
            month.setPersonHoursHundredths(hundredths(told, "heures_personnes"));
            told.getItems().subList(0, told.getItems().size() - less).stream()
                    .map(YearMonth::parse)
                    .forEach(missing -> records.add(Facts.month(missing, OWN_ACTIVITY, month)));
            return recorded(told, records);
        }

        private List<ReportedLine> recordsOf(Contrefactuel told) {
            return new ArrayList<>(
                    Objects.requireNonNull(inputs.records().get(told.getOn().substring("room:".length()))));
        }

        private EpciFacts recorded(Contrefactuel told, List<ReportedLine> records) {
            Map<String, List<ReportedLine>> all = new HashMap<>(inputs.records());
            all.put(told.getOn().substring("room:".length()), records);
            return AnyFacts.facts(inputs.rooms(), inputs.sites(), all);
        }

        private static @Nullable Integer whole(Contrefactuel told, String name) {
            BigDecimal amount = amount(told, name);
            return amount == null ? null : (Integer) amount.intValueExact();
        }

        private static @Nullable Integer hundredths(Contrefactuel told, String name) {
            BigDecimal amount = amount(told, name);
            return amount == null ? null : (Integer) amount.movePointRight(2).intValueExact();
        }

        private static @Nullable BigDecimal amount(Contrefactuel told, String name) {
            return told.getOperands().stream()
                    .filter(operand -> operand.getName().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getAmount();
        }

        private static Integer hundredths(Operande answer) {
            return answer.getAmount().movePointRight(2).intValueExact();
        }
    }

    /** A trial judges what it alters and keeps the rest. */
    @RepeatedTest(CASES)
    void answersAsIfAllWereJudgedAnew(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);

        assertThat(suppositions(any(random), random))
                .allSatisfy(supposed -> assertThat(supposed.seated())
                        .isEqualTo(new EpciSituation(supposed.facts(), supposed.rooms(), Facts.AS_OF, Facts.BAREME)
                                .seated()));
    }

    private static Stream<EpciSituation> suppositions(EpciSituation situation, Random random) {
        Stream<EpciSituation> scores = situation.rooms().stream()
                .filter(room -> room.frequentation().getState() == FrequentationState.NOTEE)
                .map(room -> situation.supposing(situation.facts(room.id()), otherScore(room, random)));
        Stream<EpciSituation> hostings = situation.rooms().stream().map(room -> otherHosting(situation, room, random));
        Stream<EpciSituation> sites = situation.facts().sites().stream()
                .map(site -> situation.supposing(SiteDescribed.newBuilder(site)
                        .setHosting(AnyFacts.hosting(random))
                        .build()));
        return Stream.of(scores, hostings, sites).flatMap(each -> each);
    }

    private static EpciSituation any(Random random) {
        EpciFacts facts = new AnyFacts(random).facts();
        List<ScoredRoom> rooms = ScoredRoom.of(facts, Facts.AS_OF, Facts.BAREME.jeuDeRegles());
        return new EpciSituation(facts, rooms, Facts.AS_OF, Facts.BAREME);
    }

    private static EpciSituation otherHosting(EpciSituation situation, ScoredRoom room, Random random) {
        RoomFacts known = situation.facts(room.id());
        RoomInventoried other = RoomInventoried.newBuilder(known.room())
                .setHosting(AnyFacts.hosting(random))
                .build();
        return situation.supposing(new RoomFacts(other, known.register()), room.frequentation());
    }

    private static Frequentation otherScore(ScoredRoom room, Random random) {
        int score = random.nextInt(101);
        return Frequentation.newBuilder(room.frequentation())
                .setLow(random.nextInt(score + 1))
                .setScore(score)
                .setHigh(score + random.nextInt(101 - score))
                .build();
    }

    private static final ModeleEconomique MODEL = ModeleEconomique.newBuilder()
            .setSubscriptionPrice(new BigDecimal("25.00"))
            .setSubscriptionsHigh(450)
            .setOtherCharges(new BigDecimal("9500.00"))
            .build();

    /** What an EPCI expects of its tariffs is in no score, no proposal and no aid, whatever receipts the barème deducts. */
    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void moveNothingThatIsPublished(String deducted) {
        Bareme bareme = bareme(deducted);

        assertThat(results(bareme, told().setModele(MODEL))).isEqualTo(results(bareme, told()));
    }

    /** The test above would notice: the receipts that are declared do move the aid where the barème deducts them. */
    @Test
    void areNotTheReceiptsThatAreDeducted() {
        Bareme bareme = bareme("true");

        assertThat(results(bareme, told().setReceipts(new BigDecimal("50000.00"))))
                .isNotEqualTo(results(bareme, told().setModele(MODEL)));
    }

    private static Bareme bareme(String deducted) {
        return Baremes.read(Baremes.load(Baremes.DEFAULT)
                .text()
                .replace("recettes_deduites: {valeur: false", "recettes_deduites: {valeur: " + deducted));
    }

    private static EpciResults results(Bareme bareme, Intercommunalite.Builder told) {
        EpciDescribed epci = EpciDescribed.newBuilder(Facts.epci())
                .setIntercommunalite(told.build())
                .build();
        List<RoomFacts> rooms = List.of(Facts.room("S-1", Facts.twoFunctions(), 50));
        EpciResults results =
                EpciResults.of(new EpciFacts(Facts.SIREN, epci, rooms, List.of(), List.of()), Facts.AS_OF, bareme);
        assertThat(results.plan().orElseThrow().getAidTotal()).isPositive();
        return results;
    }

    private static Intercommunalite.Builder told() {
        return Intercommunalite.newBuilder()
                .setFunctionsWanted(List.of())
                .setCostAnimation1(new BigDecimal("60000.00"))
                .setReceipts(new BigDecimal("1200.00"));
    }
}

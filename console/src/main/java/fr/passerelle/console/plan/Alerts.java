package fr.passerelle.console.plan;

import fr.passerelle.console.map.Maps.HostNumbers;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.page.Paths;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.ProposalReason;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.french.Codes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is shown beside a plan and waits for somebody.
 *
 * @param flags what is shown and never decides, each with what it means
 */
public record Alerts(List<Flag> flags, List<Gap> gaps, List<Contradiction> contradictions) {

    private static final String MEANING = "epci.signal";
    private static final Set<String> SEATS = Set.of("TIERS_LIEU", "TIERS_LIEUX_MULTIPLES");

    /** What is shown and never decides. */
    public record Flag(String name, String meaning) {}

    /** What was notified, and stays, and what the rules now find. */
    public record Gap(String on, String act, String notified, String now) {}

    /** Decisions that contradict each other. */
    public record Contradiction(String what, List<String> acts, List<String> values) {}

    /** Whether there is nothing to see. */
    public boolean isEmpty() {
        return flags.isEmpty() && gaps.isEmpty() && contradictions.isEmpty();
    }

    static Alerts of(Dossier dossier, PublishedResults published, PageTexts texts) {
        PageFrench french = PageFrench.INSTANCE;
        Plan plan = dossier.plan();
        String crowded = String.join(", ", dossier.crowdedHosts());
        return new Alerts(
                plan.getFlags().stream().map(code -> flag(code, crowded, texts)).toList(),
                plan.getEcarts().stream()
                        .map(gap -> gap(gap, published, french))
                        .toList(),
                plan.getConflits().stream()
                        .map(conflict -> contradiction(conflict, published, french))
                        .toList());
    }

    private static Flag flag(String code, String crowded, PageTexts texts) {
        if (code.equals(ProposalReason.SEANCES_AU_DESSUS_DU_MAXIMUM.name())) {
            return new Flag(Codes.outcome(code), texts.say(MEANING + "." + code, crowded));
        }
        String meaning = texts.word(MEANING, code);
        return new Flag(Codes.outcome(code), meaning.equals(code) ? "" : meaning);
    }

    private static Gap gap(Ecart gap, PublishedResults published, PageFrench french) {
        return new Gap(
                Codes.notifiedOn(gap.getOn()),
                gap.getAct(),
                said(gap.getOn(), gap.getNotified(), published, french),
                said(gap.getOn(), gap.getNow(), published, french));
    }

    private static Contradiction contradiction(Conflit conflict, PublishedResults published, PageFrench french) {
        return new Contradiction(
                Codes.outcome(conflict.getCode()),
                conflict.getActs(),
                conflict.getValues().stream()
                        .map(value -> said(conflict.getCode(), value, published, french))
                        .toList());
    }

    /** A seat by its name, an amount in euros. */
    private static String said(String on, @Nullable String value, PublishedResults published, PageFrench french) {
        if (value == null) {
            return french.euros(null);
        }
        return SEATS.contains(on) ? DecisionView.named(value, published) : french.euros(new BigDecimal(value));
    }

    /**
     * An étape of the nomadic mediation.
     *
     * @param number of its host on the map
     * @param room name of the room whose étape it is
     * @param payer who pays, in French; empty where nobody does
     */
    public record EtapeRow(int number, String room, Conversion conversion, Host host, String payer) {

        static List<EtapeRow> of(Dossier dossier) {
            HostNumbers numbers = new HostNumbers(dossier.conversions());
            return dossier.conversions().stream()
                    .flatMap(conversion -> Stream.ofNullable(conversion.getHost())
                            .map(host -> of(conversion, host, numbers.of(host), dossier)))
                    .sorted(Comparator.comparingInt(EtapeRow::number))
                    .toList();
        }

        private static EtapeRow of(Conversion conversion, Host host, int number, Dossier dossier) {
            return new EtapeRow(
                    number,
                    dossier.room(conversion.getRoomId()).map(PlanRoom::getName).orElse(conversion.getRoomId()),
                    conversion,
                    host,
                    payer(conversion, dossier.plan()));
        }

        /** Of the room's page. */
        public String path() {
            return Paths.room(conversion.getRoomId());
        }

        /** What kind of place hosts it, in French. */
        public String hostKind() {
            return Codes.outcome(host.getKind().name());
        }

        /** From the room's commune to the host's. */
        public BigDecimal kilometres() {
            return new BigDecimal(host.getDistanceM()).movePointLeft(3).setScale(1, RoundingMode.HALF_UP);
        }

        /** What its sessions are about, in French. */
        public List<String> themes() {
            return Codes.themes(conversion.getThemes());
        }

        /** Who was named is most often the EPCI itself: nobody knows the name of another. */
        private static String payer(Conversion conversion, Plan plan) {
            Payeur payer = conversion.getPayeur();
            String siren = conversion.getPayeurSiren();
            if (siren != null) {
                return siren.equals(plan.getEpci()) ? plan.getName() : "SIREN\u00a0" + siren;
            }
            return payer == null ? "" : Codes.outcome(payer.name());
        }
    }
}

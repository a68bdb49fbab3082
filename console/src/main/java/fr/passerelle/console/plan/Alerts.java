package fr.passerelle.console.plan;

import fr.passerelle.console.map.Maps.HostNumbers;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.Conversion;
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

/** What waits for somebody beside a plan: flags, gaps, decisions that contradict each other, hosts that too much is asked of. */
public record Alerts(Plan plan, String crowded, PublishedResults published) {

    private static final Set<String> SEATS = Set.of("TIERS_LIEU", "TIERS_LIEUX_MULTIPLES");

    static Alerts of(Dossier dossier, PublishedResults published) {
        return new Alerts(dossier.plan(), String.join(", ", dossier.crowdedHosts()), published);
    }

    public boolean isEmpty() {
        return plan.getFlags().isEmpty()
                && plan.getEcarts().isEmpty()
                && plan.getConflits().isEmpty();
    }

    /** What decisions that contradict each other say. */
    public List<String> said(Conflit conflict) {
        return conflict.getValues().stream()
                .map(value -> said(conflict.getCode(), value))
                .toList();
    }

    /** A seat by its name, an amount in euros. */
    public String said(String on, @Nullable String value) {
        if (value == null) {
            return PageFrench.INSTANCE.euros(null);
        }
        return SEATS.contains(on)
                ? DecisionView.named(value, published)
                : PageFrench.INSTANCE.euros(new BigDecimal(value));
    }

    /** An étape of the nomadic mediation: the number of its host on the map, its room, who pays, in French, if anybody. */
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
            String id = conversion.getRoomId();
            String room = dossier.room(id).map(PlanRoom::getName).orElse(id);
            return new EtapeRow(number, room, conversion, host, payer(conversion, dossier.plan()));
        }

        /** From the room's commune to the host's. */
        public BigDecimal kilometres() {
            return new BigDecimal(host.getDistanceM()).movePointLeft(3).setScale(1, RoundingMode.HALF_UP);
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

package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decisions on the EPCI of the tests. */
final class Acts {

    private Acts() {}

    static DecisionRecorded.Builder act(DecisionKind kind, String act, String date) {
        return DecisionRecorded.newBuilder()
                .setSubject("epci:" + Projects.SIREN)
                .setEpci(Projects.SIREN)
                .setKind(kind)
                .setOrgan("Commission permanente")
                .setAct(act)
                .setDecidedOn(LocalDate.parse(date))
                .setRole("instruction")
                .setAccount("c-1")
                .setMotive("Essai");
    }

    /** A seat and some aid. */
    static DecisionRecorded.Builder notified(String act, String date, @Nullable String seat, Map<String, String> aid) {
        return act(DecisionKind.NOTIFIED, act, date)
                .setSeat(seat)
                .setAid(aid.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(line -> new AideNotifiee(line.getKey(), new BigDecimal(line.getValue())))
                        .toList());
    }

    /** All that a plan proposes. */
    static DecisionRecorded.Builder notified(String act, String date, Plan plan) {
        return act(DecisionKind.NOTIFIED, act, date)
                .setSeat(plan.getTiersLieu() == null ? null : "room:" + plan.getTiersLieu())
                .setAid(plan.getAid().stream()
                        .filter(line -> line.getAid() != null)
                        .map(line -> new AideNotifiee(line.getLine().name(), line.getAid()))
                        .toList());
    }

    /** The same, notified to an EPCI whose communes have passed to that of the tests. */
    static DecisionRecorded carried(DecisionRecorded.Builder act, String from) {
        return act.setNotifiedEpci(from).build();
    }
}

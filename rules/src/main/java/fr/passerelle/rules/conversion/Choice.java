package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.Map;

/** How the search for the seat of an EPCI's tiers lieu ends. */
sealed interface Choice {

    /** Why the plan has a tiers lieu, or none. */
    ProposalReason reason();

    /** Whether it leaves every candidate where another one does, if both have the same candidates. */
    boolean leavesAllAs(Choice other);

    /** Where it leaves a candidate. */
    Verdict on(Place candidate);

    /** No tiers lieu is proposed. */
    record None(ProposalReason reason) implements Choice {

        @Override
        public boolean leavesAllAs(Choice other) {
            return other instanceof None;
        }

        @Override
        public Verdict on(Place candidate) {
            return new Verdict(Candidature.CANDIDATE, reason);
        }
    }

    /** A place is proposed. */
    record Seat(Place place) implements Choice {

        @Override
        public ProposalReason reason() {
            return ProposalReason.TIERS_LIEU_PROPOSE;
        }

        @Override
        public boolean leavesAllAs(Choice other) {
            return other instanceof Seat seat && place.is(seat.place);
        }

        @Override
        public Verdict on(Place candidate) {
            return candidate.is(place)
                    ? new Verdict(Candidature.RETENUE, ProposalReason.PREMIERE_CANDIDATE)
                    : new Verdict(Candidature.CANDIDATE, another());
        }

        private ProposalReason another() {
            return place.kind() == SiegeKind.SITE ? ProposalReason.SITE_RETENU : ProposalReason.AUTRE_SALLE_RETENUE;
        }
    }

    /**
     * What is missing of the first leaves the seat to nobody.
     *
     * @param places it, or those that tie there, and the first candidates, by subject
     */
    record Undecided(Map<String, Place> places) implements Choice {

        @Override
        public ProposalReason reason() {
            return ProposalReason.PREMIERE_A_INSTRUIRE;
        }

        @Override
        public boolean leavesAllAs(Choice other) {
            return other instanceof Undecided undecided && places.keySet().equals(undecided.places.keySet());
        }

        @Override
        public Verdict on(Place candidate) {
            return new Verdict(Candidature.CANDIDATE, ProposalReason.AUTRE_A_INSTRUIRE);
        }
    }

    /**
     * Nothing separates the first ones: the EPCI chooses.
     *
     * @param places these, by subject
     */
    record ExAequo(Map<String, Place> places) implements Choice {

        @Override
        public ProposalReason reason() {
            return ProposalReason.EX_AEQUO;
        }

        @Override
        public boolean leavesAllAs(Choice other) {
            return other instanceof ExAequo tied && places.keySet().equals(tied.places.keySet());
        }

        @Override
        public Verdict on(Place candidate) {
            return places.containsKey(candidate.on())
                    ? new Verdict(Candidature.EX_AEQUO, ProposalReason.EX_AEQUO)
                    : new Verdict(Candidature.CANDIDATE, ProposalReason.AUTRES_EX_AEQUO);
        }
    }
}

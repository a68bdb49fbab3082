package fr.passerelle.console.figure;

import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.event.Plan;

/** A task of a plan that waits for a human. */
public enum PendingTask {
    /** Rooms whose bounds contain the threshold: nobody concludes without an examination. */
    A_INSTRUIRE {
        @Override
        public boolean in(Plan plan, int monthsMissing) {
            return plan.getAInstruire() > 0;
        }
    },
    /** Seats that nothing separates: the EPCI chooses. */
    EX_AEQUO {
        @Override
        public boolean in(Plan plan, int monthsMissing) {
            return SigningObstacle.EX_AEQUO.in(plan);
        }
    },
    /** High need, low use: a person has to examine. */
    EXAMEN {
        @Override
        public boolean in(Plan plan, int monthsMissing) {
            return plan.getFlags().contains("EXAMEN_HUMAIN");
        }
    },
    /** What was notified stays, and differs from what the rules now find. */
    ECART {
        @Override
        public boolean in(Plan plan, int monthsMissing) {
            return !plan.getEcarts().isEmpty();
        }
    },
    /** Decisions that contradict each other. */
    CONFLIT {
        @Override
        public boolean in(Plan plan, int monthsMissing) {
            return SigningObstacle.CONFLIT.in(plan);
        }
    },
    /** Fewer inhabitants near mediation than today: it needs a motive. */
    PROXIMITE {
        @Override
        public boolean in(Plan plan, int monthsMissing) {
            return SigningObstacle.PROXIMITE.in(plan);
        }
    },
    /** Months that were not returned: to be asked for. */
    RELANCE {
        @Override
        public boolean in(Plan plan, int monthsMissing) {
            return monthsMissing > 0;
        }
    };

    /**
     * Whether it holds of a plan.
     *
     * @param monthsMissing months of its rooms that were not returned, from 0
     */
    public abstract boolean in(Plan plan, int monthsMissing);
}

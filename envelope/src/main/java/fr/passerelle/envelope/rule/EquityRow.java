package fr.passerelle.envelope.rule;

import fr.passerelle.schemas.event.Besoin;

/** What is asked of the sharing between territories. What was notified to open counts as an opening. */
public sealed interface EquityRow {

    /** How much of it an opening of an EPCI gives. */
    long gives(EpciChoices epci);

    /** The least of it over all openings. */
    long least();

    /** At least so many openings in a département, from 0. */
    record OpeningFloor(String departement, int openings) implements EquityRow {

        @Override
        public long gives(EpciChoices epci) {
            return epci.departement().equals(departement) ? 1 : 0;
        }

        @Override
        public long least() {
            return openings;
        }
    }

    /** At least this share of the openings in EPCIs whose need is high, in ten-thousandths, 0 to 10,000. */
    record HighNeedShare(int tenThousandths) implements EquityRow {

        private static final int WHOLE = 10_000;

        /** The share that one of high need has over what is asked, or the lack of another. */
        @Override
        public long gives(EpciChoices epci) {
            return (epci.besoin() == Besoin.ELEVE ? WHOLE : 0) - tenThousandths;
        }

        @Override
        public long least() {
            return 0;
        }
    }
}

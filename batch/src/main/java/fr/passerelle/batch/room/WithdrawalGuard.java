package fr.passerelle.batch.room;

import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.reject.UnusableFile;

/**
 * Refuses a file that withdraws too much: it is more likely cut short than true.
 *
 * @param what French words for what is known
 * @param always how many may leave whatever their share: of three sites, one is a third
 * @param maxWithdrawal greatest share that may leave, percent; moves do not count
 */
record WithdrawalGuard(String what, int always, int maxWithdrawal) {

    private static final int PERCENT = 100;

    /** @throws UnusableFile with the sentence for the user */
    void check(InputFile file, PlaceChanges<?> change) {
        int known = change.known().size();
        int gone = change.gone().size();
        if (gone > always && (long) gone * PERCENT > (long) known * maxWithdrawal) {
            throw new UnusableFile(
                    "Le fichier « %s » retirerait %d des %d %s, plus que les %d %% permis : vérifiez qu'il est complet, ou relevez la limite (passerelle.max-withdrawal)."
                            .formatted(file.name(), gone, known, what, maxWithdrawal));
        }
    }
}

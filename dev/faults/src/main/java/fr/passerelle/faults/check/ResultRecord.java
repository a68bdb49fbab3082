package fr.passerelle.faults.check;

/**
 * A result of a run, as its topic or the read model has it.
 *
 * @param type SCORE, CONVERSION or PLAN
 * @param id room or SIREN
 * @param runNo the run that said it
 * @param partition the partition that said it
 * @param payload a digest of its bytes; empty when it is withdrawn
 */
public record ResultRecord(String type, String id, long runNo, int partition, String payload) {

    String key() {
        return type + " " + id + ", exécution " + runNo + ", partition " + partition;
    }
}

package fr.passerelle.published.decision;

/**
 * Who does something about a replay or a scenario, and why: both are kept.
 *
 * @param reason in people's words, its spaces made single, without any person's name
 * @param account opaque: letters and a number, or a UUID
 */
public record StepMotive(String reason, String account) {

    /** @throws DecisionRefused when the reason is empty or seems to name a person, or the account does */
    public StepMotive {
        reason = KeptText.of("Le motif", reason);
        account = KeptText.account(account);
    }
}

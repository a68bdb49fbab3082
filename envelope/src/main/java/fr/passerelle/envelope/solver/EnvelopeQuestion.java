package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.schemas.event.ChoixEpci;
import java.util.List;

/**
 * What is asked of the solver.
 *
 * @param envelope with the value function that decides
 * @param adopted choices of the scenario that was adopted, which a tie keeps; empty where none was
 * @param reasons whether to find why each EPCI waits, and what half of the credits funds; a trial within seconds goes without
 */
public record EnvelopeQuestion(Envelope envelope, List<ChoixEpci> adopted, boolean reasons) {}

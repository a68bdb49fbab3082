/** What to fund under voted credits, which years, and why not the others: exact answers, each checked by the certificate of the rules. */
@NullMarked
package fr.passerelle.envelope.solver;

import org.jspecify.annotations.NullMarked;

/** The reader of barèmes, refusal by refusal. */
@NullMarked
package fr.passerelle.schemas.bareme;

import org.jspecify.annotations.NullMarked;

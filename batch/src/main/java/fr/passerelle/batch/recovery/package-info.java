/** After a crash: what the database believes at work and nobody works on is marked stopped, and can be taken up. */
@NullMarked
package fr.passerelle.batch.recovery;

import org.jspecify.annotations.NullMarked;

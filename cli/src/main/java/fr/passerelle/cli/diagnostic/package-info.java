/** What the commands write for whoever looks for a fault: lines and traces, with nobody in them. The terminal has a sentence. */
@NullMarked
package fr.passerelle.cli.diagnostic;

import org.jspecify.annotations.NullMarked;

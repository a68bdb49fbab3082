/** Tests of what the commands write for whoever looks for a fault. */
@NullMarked
package fr.passerelle.cli.diagnostic;

import org.jspecify.annotations.NullMarked;

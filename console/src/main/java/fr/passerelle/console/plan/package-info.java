/** One intercommunalité: what is proposed to it, why, what it costs and what was decided; on the screen and on paper. */
@NullMarked
package fr.passerelle.console.plan;

import org.jspecify.annotations.NullMarked;

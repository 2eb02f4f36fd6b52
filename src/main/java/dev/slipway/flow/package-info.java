/** Carries releases out as BPMN on the embedded engine; the only module that speaks Camunda. */
@ApplicationModule(
        displayName = "Flow",
        allowedDependencies = {
            "journal",
            "identity",
            "identity::spi",
            "policy",
            "policy::spi",
            "catalog",
            "catalog::spi",
            "content",
            "release",
            "release::spi",
            "environment",
            "approval",
            "approval::spi",
            "calendar",
            "quality",
            "quality::analysis",
            "deployment",
            "drill",
            "deployment::spi",
            "agent",
            "agent::spi",
            "flag",
            "transaction"
        })
@NullMarked
package dev.slipway.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

<#-- What others wrote and the distribution contains; filled in by the build from the libraries' own descriptions. -->
This distribution of Ophiura contains, in lib/, the work of others under their own licences.

Inside lib/ophiura-mujoco-preset-*.jar, the unchanged shared library of
    MuJoCo (https://mujoco.org): Apache License, Version 2.0. Copyright DeepMind Technologies Limited.
    Its licence, and those of what it contains in turn, are in licences/mujoco/.

Each in a file of its own, which contains its licence or names it:
<#list dependencyMap as entry>
    ${entry.getKey().name} (${entry.getKey().groupId}:${entry.getKey().artifactId} ${entry.getKey().version}<#if entry.getKey().url??>, ${entry.getKey().url}</#if>): <#list entry.getValue() as licence>${licence}<#sep>, or </#list>
</#list>

#!/usr/bin/env node
import { createRequire as __runeRequire } from 'node:module';import { fileURLToPath as __runePath } from 'node:url';const require = __runeRequire(import.meta.url);const __runeFile = __runePath(import.meta.url);const __runeFolder = __runePath(new URL('.', import.meta.url))
import{changesSince,openContentAt}from"./chunks/chunk-F5FJZQ7I.js";import{collectRecord,lineWithDigest,readPlan,readReport,recoverReport,rereadRecord,verifyChain,verifyFiles}from"./chunks/chunk-GE7P4HTG.js";import{changesText}from"./chunks/chunk-UBMEEHKD.js";import{ONLY,planOf,resumedFrom,runRequest,selectResumed,validateWithSource}from"./chunks/chunk-HNC7QJPG.js";import{ATTESTATION_FILE,EPS,EVENTS_FILE,INTENT_FILE,PLAN_FILE,PREDICATE_TYPE,REPORT_FILE,RuneError,Secret,TOOL,VERSION,account,addressProblem,boundMemory,canonicalSha256,classify,clip,collector_default,createRecord,createRune,cyclesThrough,defaultsOf,docsAnchor,eachAlone,entry_default,epsMessage,fault,faultOf,formatProblem,fromUnknown,gateDigest,hasShape,hostName,isEpsKind,issueProblems,issuesOf,launcher_default,loadProject,matchesPattern,nearest,openContent,openProject,planText,planned,plannedSteps,problem,problemOf,problemsText,rcsMessage,reacher,readDocument,readFolder,readIdentity,readInventory,readKnownHosts,readPassphrase,readSecrets,reportText,require_dist,runGit,runStarted,sameAddress,secretNameOf,sha256,show,sortKeys,sortProblems,statementAt,statementDifferences,systemCode,systemHost,takeSecretVariables,terminal,unwantedIn,whyUnavailable}from"./chunks/chunk-BZ53VPXR.js";import{__commonJS,__require,__toESM}from"./chunks/chunk-MBVT4EJ6.js";var require_error=__commonJS({"node_modules/commander/lib/error.js"(exports){var CommanderError2=class extends Error{constructor(exitCode,code,message){super(message),Error.captureStackTrace(this,this.constructor),this.name=this.constructor.name,this.code=code,this.exitCode=exitCode,this.nestedError=void 0}},InvalidArgumentError2=class extends CommanderError2{constructor(message){super(1,"commander.invalidArgument",message),Error.captureStackTrace(this,this.constructor),this.name=this.constructor.name}};exports.CommanderError=CommanderError2;exports.InvalidArgumentError=InvalidArgumentError2}});var require_argument=__commonJS({"node_modules/commander/lib/argument.js"(exports){var{InvalidArgumentError:InvalidArgumentError2}=require_error(),Argument2=class{constructor(name,description){switch(this.description=description||"",this.variadic=!1,this.parseArg=void 0,this.defaultValue=void 0,this.defaultValueDescription=void 0,this.argChoices=void 0,name[0]){case"<":this.required=!0,this._name=name.slice(1,-1);break;case"[":this.required=!1,this._name=name.slice(1,-1);break;default:this.required=!0,this._name=name;break}this._name.endsWith("...")&&(this.variadic=!0,this._name=this._name.slice(0,-3))}name(){return this._name}_collectValue(value,previous){return previous===this.defaultValue||!Array.isArray(previous)?[value]:(previous.push(value),previous)}default(value,description){return this.defaultValue=value,this.defaultValueDescription=description,this}argParser(fn){return this.parseArg=fn,this}choices(values){return this.argChoices=values.slice(),this.parseArg=(arg,previous)=>{if(!this.argChoices.includes(arg))throw new InvalidArgumentError2(`Allowed choices are ${this.argChoices.join(", ")}.`);return this.variadic?this._collectValue(arg,previous):arg},this}argRequired(){return this.required=!0,this}argOptional(){return this.required=!1,this}};function humanReadableArgName(arg){let nameOutput=arg.name()+(arg.variadic===!0?"...":"");return arg.required?"<"+nameOutput+">":"["+nameOutput+"]"}exports.Argument=Argument2;exports.humanReadableArgName=humanReadableArgName}});var require_help=__commonJS({"node_modules/commander/lib/help.js"(exports){var{humanReadableArgName}=require_argument(),Help2=class{constructor(){this.helpWidth=void 0,this.minWidthToWrap=40,this.sortSubcommands=!1,this.sortOptions=!1,this.showGlobalOptions=!1}prepareContext(contextOptions){this.helpWidth=this.helpWidth??contextOptions.helpWidth??80}visibleCommands(cmd){let visibleCommands=cmd.commands.filter(cmd2=>!cmd2._hidden),helpCommand=cmd._getHelpCommand();return helpCommand&&!helpCommand._hidden&&visibleCommands.push(helpCommand),this.sortSubcommands&&visibleCommands.sort((a,b)=>a.name().localeCompare(b.name())),visibleCommands}compareOptions(a,b){let getSortKey=option=>option.short?option.short.replace(/^-/,""):option.long.replace(/^--/,"");return getSortKey(a).localeCompare(getSortKey(b))}visibleOptions(cmd){let visibleOptions=cmd.options.filter(option=>!option.hidden),helpOption=cmd._getHelpOption();if(helpOption&&!helpOption.hidden){let removeShort=helpOption.short&&cmd._findOption(helpOption.short),removeLong=helpOption.long&&cmd._findOption(helpOption.long);!removeShort&&!removeLong?visibleOptions.push(helpOption):helpOption.long&&!removeLong?visibleOptions.push(cmd.createOption(helpOption.long,helpOption.description)):helpOption.short&&!removeShort&&visibleOptions.push(cmd.createOption(helpOption.short,helpOption.description))}return this.sortOptions&&visibleOptions.sort(this.compareOptions),visibleOptions}visibleGlobalOptions(cmd){if(!this.showGlobalOptions)return[];let globalOptions=[];for(let ancestorCmd=cmd.parent;ancestorCmd;ancestorCmd=ancestorCmd.parent){let visibleOptions=ancestorCmd.options.filter(option=>!option.hidden);globalOptions.push(...visibleOptions)}return this.sortOptions&&globalOptions.sort(this.compareOptions),globalOptions}visibleArguments(cmd){return cmd._argsDescription&&cmd.registeredArguments.forEach(argument=>{argument.description=argument.description||cmd._argsDescription[argument.name()]||""}),cmd.registeredArguments.find(argument=>argument.description)?cmd.registeredArguments:[]}subcommandTerm(cmd){let args=cmd.registeredArguments.map(arg=>humanReadableArgName(arg)).join(" ");return cmd._name+(cmd._aliases[0]?"|"+cmd._aliases[0]:"")+(cmd.options.length?" [options]":"")+(args?" "+args:"")}optionTerm(option){return option.flags}argumentTerm(argument){return argument.name()}longestSubcommandTermLength(cmd,helper){return helper.visibleCommands(cmd).reduce((max,command)=>Math.max(max,this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command)))),0)}longestOptionTermLength(cmd,helper){return helper.visibleOptions(cmd).reduce((max,option)=>Math.max(max,this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))),0)}longestGlobalOptionTermLength(cmd,helper){return helper.visibleGlobalOptions(cmd).reduce((max,option)=>Math.max(max,this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))),0)}longestArgumentTermLength(cmd,helper){return helper.visibleArguments(cmd).reduce((max,argument)=>Math.max(max,this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument)))),0)}commandUsage(cmd){let cmdName=cmd._name;cmd._aliases[0]&&(cmdName=cmdName+"|"+cmd._aliases[0]);let ancestorCmdNames="";for(let ancestorCmd=cmd.parent;ancestorCmd;ancestorCmd=ancestorCmd.parent)ancestorCmdNames=ancestorCmd.name()+" "+ancestorCmdNames;return ancestorCmdNames+cmdName+" "+cmd.usage()}commandDescription(cmd){return cmd.description()}subcommandDescription(cmd){return cmd.summary()||cmd.description()}optionDescription(option){let extraInfo=[];if(option.argChoices&&extraInfo.push(`choices: ${option.argChoices.map(choice=>JSON.stringify(choice)).join(", ")}`),option.defaultValue!==void 0&&(option.required||option.optional||option.isBoolean()&&typeof option.defaultValue=="boolean")&&extraInfo.push(`default: ${option.defaultValueDescription||JSON.stringify(option.defaultValue)}`),option.presetArg!==void 0&&option.optional&&extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`),option.envVar!==void 0&&extraInfo.push(`env: ${option.envVar}`),extraInfo.length>0){let extraDescription=`(${extraInfo.join(", ")})`;return option.description?`${option.description} ${extraDescription}`:extraDescription}return option.description}argumentDescription(argument){let extraInfo=[];if(argument.argChoices&&extraInfo.push(`choices: ${argument.argChoices.map(choice=>JSON.stringify(choice)).join(", ")}`),argument.defaultValue!==void 0&&extraInfo.push(`default: ${argument.defaultValueDescription||JSON.stringify(argument.defaultValue)}`),extraInfo.length>0){let extraDescription=`(${extraInfo.join(", ")})`;return argument.description?`${argument.description} ${extraDescription}`:extraDescription}return argument.description}formatItemList(heading,items,helper){return items.length===0?[]:[helper.styleTitle(heading),...items,""]}groupItems(unsortedItems,visibleItems,getGroup){let result=new Map;return unsortedItems.forEach(item=>{let group=getGroup(item);result.has(group)||result.set(group,[])}),visibleItems.forEach(item=>{let group=getGroup(item);result.has(group)||result.set(group,[]),result.get(group).push(item)}),result}formatHelp(cmd,helper){let termWidth=helper.padWidth(cmd,helper),helpWidth=helper.helpWidth??80;function callFormatItem(term,description){return helper.formatItem(term,termWidth,description,helper)}let output=[`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`,""],commandDescription=helper.commandDescription(cmd);commandDescription.length>0&&(output=output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription),helpWidth),""]));let argumentList=helper.visibleArguments(cmd).map(argument=>callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)),helper.styleArgumentDescription(helper.argumentDescription(argument))));if(output=output.concat(this.formatItemList("Arguments:",argumentList,helper)),this.groupItems(cmd.options,helper.visibleOptions(cmd),option=>option.helpGroupHeading??"Options:").forEach((options,group)=>{let optionList=options.map(option=>callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)),helper.styleOptionDescription(helper.optionDescription(option))));output=output.concat(this.formatItemList(group,optionList,helper))}),helper.showGlobalOptions){let globalOptionList=helper.visibleGlobalOptions(cmd).map(option=>callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)),helper.styleOptionDescription(helper.optionDescription(option))));output=output.concat(this.formatItemList("Global Options:",globalOptionList,helper))}return this.groupItems(cmd.commands,helper.visibleCommands(cmd),sub=>sub.helpGroup()||"Commands:").forEach((commands,group)=>{let commandList=commands.map(sub=>callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)),helper.styleSubcommandDescription(helper.subcommandDescription(sub))));output=output.concat(this.formatItemList(group,commandList,helper))}),output.join(`
`)}displayWidth(str){return stripColor(str).length}styleTitle(str){return str}styleUsage(str){return str.split(" ").map(word=>word==="[options]"?this.styleOptionText(word):word==="[command]"?this.styleSubcommandText(word):word[0]==="["||word[0]==="<"?this.styleArgumentText(word):this.styleCommandText(word)).join(" ")}styleCommandDescription(str){return this.styleDescriptionText(str)}styleOptionDescription(str){return this.styleDescriptionText(str)}styleSubcommandDescription(str){return this.styleDescriptionText(str)}styleArgumentDescription(str){return this.styleDescriptionText(str)}styleDescriptionText(str){return str}styleOptionTerm(str){return this.styleOptionText(str)}styleSubcommandTerm(str){return str.split(" ").map(word=>word==="[options]"?this.styleOptionText(word):word[0]==="["||word[0]==="<"?this.styleArgumentText(word):this.styleSubcommandText(word)).join(" ")}styleArgumentTerm(str){return this.styleArgumentText(str)}styleOptionText(str){return str}styleArgumentText(str){return str}styleSubcommandText(str){return str}styleCommandText(str){return str}padWidth(cmd,helper){return Math.max(helper.longestOptionTermLength(cmd,helper),helper.longestGlobalOptionTermLength(cmd,helper),helper.longestSubcommandTermLength(cmd,helper),helper.longestArgumentTermLength(cmd,helper))}preformatted(str){return/\n[^\S\r\n]/.test(str)}formatItem(term,termWidth,description,helper){let itemIndentStr=" ".repeat(2);if(!description)return itemIndentStr+term;let paddedTerm=term.padEnd(termWidth+term.length-helper.displayWidth(term)),spacerWidth=2,remainingWidth=(this.helpWidth??80)-termWidth-spacerWidth-2,formattedDescription;return remainingWidth<this.minWidthToWrap||helper.preformatted(description)?formattedDescription=description:formattedDescription=helper.boxWrap(description,remainingWidth).replace(/\n/g,`
`+" ".repeat(termWidth+spacerWidth)),itemIndentStr+paddedTerm+" ".repeat(spacerWidth)+formattedDescription.replace(/\n/g,`
${itemIndentStr}`)}boxWrap(str,width){if(width<this.minWidthToWrap)return str;let rawLines=str.split(/\r\n|\n/),chunkPattern=/[\s]*[^\s]+/g,wrappedLines=[];return rawLines.forEach(line=>{let chunks=line.match(chunkPattern);if(chunks===null){wrappedLines.push("");return}let sumChunks=[chunks.shift()],sumWidth=this.displayWidth(sumChunks[0]);chunks.forEach(chunk=>{let visibleWidth=this.displayWidth(chunk);if(sumWidth+visibleWidth<=width){sumChunks.push(chunk),sumWidth+=visibleWidth;return}wrappedLines.push(sumChunks.join(""));let nextChunk=chunk.trimStart();sumChunks=[nextChunk],sumWidth=this.displayWidth(nextChunk)}),wrappedLines.push(sumChunks.join(""))}),wrappedLines.join(`
`)}};function stripColor(str){let sgrPattern=/\x1b\[\d*(;\d*)*m/g;return str.replace(sgrPattern,"")}exports.Help=Help2;exports.stripColor=stripColor}});var require_option=__commonJS({"node_modules/commander/lib/option.js"(exports){var{InvalidArgumentError:InvalidArgumentError2}=require_error(),Option2=class{constructor(flags,description){this.flags=flags,this.description=description||"",this.required=flags.includes("<"),this.optional=flags.includes("["),this.variadic=/\w\.\.\.[>\]]$/.test(flags),this.mandatory=!1;let optionFlags=splitOptionFlags(flags);this.short=optionFlags.shortFlag,this.long=optionFlags.longFlag,this.negate=!1,this.long&&(this.negate=this.long.startsWith("--no-")),this.defaultValue=void 0,this.defaultValueDescription=void 0,this.presetArg=void 0,this.envVar=void 0,this.parseArg=void 0,this.hidden=!1,this.argChoices=void 0,this.conflictsWith=[],this.implied=void 0,this.helpGroupHeading=void 0}default(value,description){return this.defaultValue=value,this.defaultValueDescription=description,this}preset(arg){return this.presetArg=arg,this}conflicts(names){return this.conflictsWith=this.conflictsWith.concat(names),this}implies(impliedOptionValues){let newImplied=impliedOptionValues;return typeof impliedOptionValues=="string"&&(newImplied={[impliedOptionValues]:!0}),this.implied=Object.assign(this.implied||{},newImplied),this}env(name){return this.envVar=name,this}argParser(fn){return this.parseArg=fn,this}makeOptionMandatory(mandatory=!0){return this.mandatory=!!mandatory,this}hideHelp(hide=!0){return this.hidden=!!hide,this}_collectValue(value,previous){return previous===this.defaultValue||!Array.isArray(previous)?[value]:(previous.push(value),previous)}choices(values){return this.argChoices=values.slice(),this.parseArg=(arg,previous)=>{if(!this.argChoices.includes(arg))throw new InvalidArgumentError2(`Allowed choices are ${this.argChoices.join(", ")}.`);return this.variadic?this._collectValue(arg,previous):arg},this}name(){return this.long?this.long.replace(/^--/,""):this.short.replace(/^-/,"")}attributeName(){return this.negate?camelcase(this.name().replace(/^no-/,"")):camelcase(this.name())}helpGroup(heading){return this.helpGroupHeading=heading,this}is(arg){return this.short===arg||this.long===arg}isBoolean(){return!this.required&&!this.optional&&!this.negate}},DualOptions=class{constructor(options){this.positiveOptions=new Map,this.negativeOptions=new Map,this.dualOptions=new Set,options.forEach(option=>{option.negate?this.negativeOptions.set(option.attributeName(),option):this.positiveOptions.set(option.attributeName(),option)}),this.negativeOptions.forEach((value,key)=>{this.positiveOptions.has(key)&&this.dualOptions.add(key)})}valueFromOption(value,option){let optionKey=option.attributeName();if(!this.dualOptions.has(optionKey))return!0;let preset=this.negativeOptions.get(optionKey).presetArg,negativeValue=preset!==void 0?preset:!1;return option.negate===(negativeValue===value)}};function camelcase(str){return str.split("-").reduce((str2,word)=>str2+word[0].toUpperCase()+word.slice(1))}function splitOptionFlags(flags){let shortFlag,longFlag,shortFlagExp=/^-[^-]$/,longFlagExp=/^--[^-]/,flagParts=flags.split(/[ |,]+/).concat("guard");if(shortFlagExp.test(flagParts[0])&&(shortFlag=flagParts.shift()),longFlagExp.test(flagParts[0])&&(longFlag=flagParts.shift()),!shortFlag&&shortFlagExp.test(flagParts[0])&&(shortFlag=flagParts.shift()),!shortFlag&&longFlagExp.test(flagParts[0])&&(shortFlag=longFlag,longFlag=flagParts.shift()),flagParts[0].startsWith("-")){let unsupportedFlag=flagParts[0],baseError=`option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;throw/^-[^-][^-]/.test(unsupportedFlag)?new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`):shortFlagExp.test(unsupportedFlag)?new Error(`${baseError}
- too many short flags`):longFlagExp.test(unsupportedFlag)?new Error(`${baseError}
- too many long flags`):new Error(`${baseError}
- unrecognised flag format`)}if(shortFlag===void 0&&longFlag===void 0)throw new Error(`option creation failed due to no flags found in '${flags}'.`);return{shortFlag,longFlag}}exports.Option=Option2;exports.DualOptions=DualOptions}});var require_suggestSimilar=__commonJS({"node_modules/commander/lib/suggestSimilar.js"(exports){function editDistance(a,b){if(Math.abs(a.length-b.length)>3)return Math.max(a.length,b.length);let d=[];for(let i=0;i<=a.length;i++)d[i]=[i];for(let j=0;j<=b.length;j++)d[0][j]=j;for(let j=1;j<=b.length;j++)for(let i=1;i<=a.length;i++){let cost=1;a[i-1]===b[j-1]?cost=0:cost=1,d[i][j]=Math.min(d[i-1][j]+1,d[i][j-1]+1,d[i-1][j-1]+cost),i>1&&j>1&&a[i-1]===b[j-2]&&a[i-2]===b[j-1]&&(d[i][j]=Math.min(d[i][j],d[i-2][j-2]+1))}return d[a.length][b.length]}function suggestSimilar(word,candidates){if(!candidates||candidates.length===0)return"";candidates=Array.from(new Set(candidates));let searchingOptions=word.startsWith("--");searchingOptions&&(word=word.slice(2),candidates=candidates.map(candidate=>candidate.slice(2)));let similar=[],bestDistance=3,minSimilarity=.4;return candidates.forEach(candidate=>{if(candidate.length<=1)return;let distance=editDistance(word,candidate),length=Math.max(word.length,candidate.length);(length-distance)/length>minSimilarity&&(distance<bestDistance?(bestDistance=distance,similar=[candidate]):distance===bestDistance&&similar.push(candidate))}),similar.sort((a,b)=>a.localeCompare(b)),searchingOptions&&(similar=similar.map(candidate=>`--${candidate}`)),similar.length>1?`
(Did you mean one of ${similar.join(", ")}?)`:similar.length===1?`
(Did you mean ${similar[0]}?)`:""}exports.suggestSimilar=suggestSimilar}});var require_command=__commonJS({"node_modules/commander/lib/command.js"(exports){var EventEmitter=__require("node:events").EventEmitter,childProcess=__require("node:child_process"),path=__require("node:path"),fs=__require("node:fs"),process2=__require("node:process"),{Argument:Argument2,humanReadableArgName}=require_argument(),{CommanderError:CommanderError2}=require_error(),{Help:Help2,stripColor}=require_help(),{Option:Option2,DualOptions}=require_option(),{suggestSimilar}=require_suggestSimilar(),Command2=class _Command extends EventEmitter{constructor(name){super(),this.commands=[],this.options=[],this.parent=null,this._allowUnknownOption=!1,this._allowExcessArguments=!1,this.registeredArguments=[],this._args=this.registeredArguments,this.args=[],this.rawArgs=[],this.processedArgs=[],this._scriptPath=null,this._name=name||"",this._optionValues={},this._optionValueSources={},this._storeOptionsAsProperties=!1,this._actionHandler=null,this._executableHandler=!1,this._executableFile=null,this._executableDir=null,this._defaultCommandName=null,this._exitCallback=null,this._aliases=[],this._combineFlagAndOptionalValue=!0,this._description="",this._summary="",this._argsDescription=void 0,this._enablePositionalOptions=!1,this._passThroughOptions=!1,this._lifeCycleHooks={},this._showHelpAfterError=!1,this._showSuggestionAfterError=!0,this._savedState=null,this._outputConfiguration={writeOut:str=>process2.stdout.write(str),writeErr:str=>process2.stderr.write(str),outputError:(str,write)=>write(str),getOutHelpWidth:()=>process2.stdout.isTTY?process2.stdout.columns:void 0,getErrHelpWidth:()=>process2.stderr.isTTY?process2.stderr.columns:void 0,getOutHasColors:()=>useColor()??(process2.stdout.isTTY&&process2.stdout.hasColors?.()),getErrHasColors:()=>useColor()??(process2.stderr.isTTY&&process2.stderr.hasColors?.()),stripColor:str=>stripColor(str)},this._hidden=!1,this._helpOption=void 0,this._addImplicitHelpCommand=void 0,this._helpCommand=void 0,this._helpConfiguration={},this._helpGroupHeading=void 0,this._defaultCommandGroup=void 0,this._defaultOptionGroup=void 0}copyInheritedSettings(sourceCommand){return this._outputConfiguration=sourceCommand._outputConfiguration,this._helpOption=sourceCommand._helpOption,this._helpCommand=sourceCommand._helpCommand,this._helpConfiguration=sourceCommand._helpConfiguration,this._exitCallback=sourceCommand._exitCallback,this._storeOptionsAsProperties=sourceCommand._storeOptionsAsProperties,this._combineFlagAndOptionalValue=sourceCommand._combineFlagAndOptionalValue,this._allowExcessArguments=sourceCommand._allowExcessArguments,this._enablePositionalOptions=sourceCommand._enablePositionalOptions,this._showHelpAfterError=sourceCommand._showHelpAfterError,this._showSuggestionAfterError=sourceCommand._showSuggestionAfterError,this}_getCommandAndAncestors(){let result=[];for(let command=this;command;command=command.parent)result.push(command);return result}command(nameAndArgs,actionOptsOrExecDesc,execOpts){let desc=actionOptsOrExecDesc,opts=execOpts;typeof desc=="object"&&desc!==null&&(opts=desc,desc=null),opts=opts||{};let[,name,args]=nameAndArgs.match(/([^ ]+) *(.*)/),cmd=this.createCommand(name);return desc&&(cmd.description(desc),cmd._executableHandler=!0),opts.isDefault&&(this._defaultCommandName=cmd._name),cmd._hidden=!!(opts.noHelp||opts.hidden),cmd._executableFile=opts.executableFile||null,args&&cmd.arguments(args),this._registerCommand(cmd),cmd.parent=this,cmd.copyInheritedSettings(this),desc?this:cmd}createCommand(name){return new _Command(name)}createHelp(){return Object.assign(new Help2,this.configureHelp())}configureHelp(configuration){return configuration===void 0?this._helpConfiguration:(this._helpConfiguration=configuration,this)}configureOutput(configuration){return configuration===void 0?this._outputConfiguration:(this._outputConfiguration={...this._outputConfiguration,...configuration},this)}showHelpAfterError(displayHelp=!0){return typeof displayHelp!="string"&&(displayHelp=!!displayHelp),this._showHelpAfterError=displayHelp,this}showSuggestionAfterError(displaySuggestion=!0){return this._showSuggestionAfterError=!!displaySuggestion,this}addCommand(cmd,opts){if(!cmd._name)throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);return opts=opts||{},opts.isDefault&&(this._defaultCommandName=cmd._name),(opts.noHelp||opts.hidden)&&(cmd._hidden=!0),this._registerCommand(cmd),cmd.parent=this,cmd._checkForBrokenPassThrough(),this}createArgument(name,description){return new Argument2(name,description)}argument(name,description,parseArg,defaultValue){let argument=this.createArgument(name,description);return typeof parseArg=="function"?argument.default(defaultValue).argParser(parseArg):argument.default(parseArg),this.addArgument(argument),this}arguments(names){return names.trim().split(/ +/).forEach(detail=>{this.argument(detail)}),this}addArgument(argument){let previousArgument=this.registeredArguments.slice(-1)[0];if(previousArgument?.variadic)throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);if(argument.required&&argument.defaultValue!==void 0&&argument.parseArg===void 0)throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);return this.registeredArguments.push(argument),this}helpCommand(enableOrNameAndArgs,description){if(typeof enableOrNameAndArgs=="boolean")return this._addImplicitHelpCommand=enableOrNameAndArgs,enableOrNameAndArgs&&this._defaultCommandGroup&&this._initCommandGroup(this._getHelpCommand()),this;let nameAndArgs=enableOrNameAndArgs??"help [command]",[,helpName,helpArgs]=nameAndArgs.match(/([^ ]+) *(.*)/),helpDescription=description??"display help for command",helpCommand=this.createCommand(helpName);return helpCommand.helpOption(!1),helpArgs&&helpCommand.arguments(helpArgs),helpDescription&&helpCommand.description(helpDescription),this._addImplicitHelpCommand=!0,this._helpCommand=helpCommand,(enableOrNameAndArgs||description)&&this._initCommandGroup(helpCommand),this}addHelpCommand(helpCommand,deprecatedDescription){return typeof helpCommand!="object"?(this.helpCommand(helpCommand,deprecatedDescription),this):(this._addImplicitHelpCommand=!0,this._helpCommand=helpCommand,this._initCommandGroup(helpCommand),this)}_getHelpCommand(){return this._addImplicitHelpCommand??(this.commands.length&&!this._actionHandler&&!this._findCommand("help"))?(this._helpCommand===void 0&&this.helpCommand(void 0,void 0),this._helpCommand):null}hook(event,listener){let allowedValues=["preSubcommand","preAction","postAction"];if(!allowedValues.includes(event))throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);return this._lifeCycleHooks[event]?this._lifeCycleHooks[event].push(listener):this._lifeCycleHooks[event]=[listener],this}exitOverride(fn){return fn?this._exitCallback=fn:this._exitCallback=err=>{if(err.code!=="commander.executeSubCommandAsync")throw err},this}_exit(exitCode,code,message){this._exitCallback&&this._exitCallback(new CommanderError2(exitCode,code,message)),process2.exit(exitCode)}action(fn){let listener=args=>{let expectedArgsCount=this.registeredArguments.length,actionArgs=args.slice(0,expectedArgsCount);return this._storeOptionsAsProperties?actionArgs[expectedArgsCount]=this:actionArgs[expectedArgsCount]=this.opts(),actionArgs.push(this),fn.apply(this,actionArgs)};return this._actionHandler=listener,this}createOption(flags,description){return new Option2(flags,description)}_callParseArg(target,value,previous,invalidArgumentMessage){try{return target.parseArg(value,previous)}catch(err){if(err.code==="commander.invalidArgument"){let message=`${invalidArgumentMessage} ${err.message}`;this.error(message,{exitCode:err.exitCode,code:err.code})}throw err}}_registerOption(option){let matchingOption=option.short&&this._findOption(option.short)||option.long&&this._findOption(option.long);if(matchingOption){let matchingFlag=option.long&&this._findOption(option.long)?option.long:option.short;throw new Error(`Cannot add option '${option.flags}'${this._name&&` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`)}this._initOptionGroup(option),this.options.push(option)}_registerCommand(command){let knownBy=cmd=>[cmd.name()].concat(cmd.aliases()),alreadyUsed=knownBy(command).find(name=>this._findCommand(name));if(alreadyUsed){let existingCmd=knownBy(this._findCommand(alreadyUsed)).join("|"),newCmd=knownBy(command).join("|");throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`)}this._initCommandGroup(command),this.commands.push(command)}addOption(option){this._registerOption(option);let oname=option.name(),name=option.attributeName();if(option.negate){let positiveLongFlag=option.long.replace(/^--no-/,"--");this._findOption(positiveLongFlag)||this.setOptionValueWithSource(name,option.defaultValue===void 0?!0:option.defaultValue,"default")}else option.defaultValue!==void 0&&this.setOptionValueWithSource(name,option.defaultValue,"default");let handleOptionValue=(val,invalidValueMessage,valueSource)=>{val==null&&option.presetArg!==void 0&&(val=option.presetArg);let oldValue=this.getOptionValue(name);val!==null&&option.parseArg?val=this._callParseArg(option,val,oldValue,invalidValueMessage):val!==null&&option.variadic&&(val=option._collectValue(val,oldValue)),val==null&&(option.negate?val=!1:option.isBoolean()||option.optional?val=!0:val=""),this.setOptionValueWithSource(name,val,valueSource)};return this.on("option:"+oname,val=>{let invalidValueMessage=`error: option '${option.flags}' argument '${val}' is invalid.`;handleOptionValue(val,invalidValueMessage,"cli")}),option.envVar&&this.on("optionEnv:"+oname,val=>{let invalidValueMessage=`error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;handleOptionValue(val,invalidValueMessage,"env")}),this}_optionEx(config,flags,description,fn,defaultValue){if(typeof flags=="object"&&flags instanceof Option2)throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");let option=this.createOption(flags,description);if(option.makeOptionMandatory(!!config.mandatory),typeof fn=="function")option.default(defaultValue).argParser(fn);else if(fn instanceof RegExp){let regex=fn;fn=(val,def)=>{let m=regex.exec(val);return m?m[0]:def},option.default(defaultValue).argParser(fn)}else option.default(fn);return this.addOption(option)}option(flags,description,parseArg,defaultValue){return this._optionEx({},flags,description,parseArg,defaultValue)}requiredOption(flags,description,parseArg,defaultValue){return this._optionEx({mandatory:!0},flags,description,parseArg,defaultValue)}combineFlagAndOptionalValue(combine=!0){return this._combineFlagAndOptionalValue=!!combine,this}allowUnknownOption(allowUnknown=!0){return this._allowUnknownOption=!!allowUnknown,this}allowExcessArguments(allowExcess=!0){return this._allowExcessArguments=!!allowExcess,this}enablePositionalOptions(positional=!0){return this._enablePositionalOptions=!!positional,this}passThroughOptions(passThrough=!0){return this._passThroughOptions=!!passThrough,this._checkForBrokenPassThrough(),this}_checkForBrokenPassThrough(){if(this.parent&&this._passThroughOptions&&!this.parent._enablePositionalOptions)throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`)}storeOptionsAsProperties(storeAsProperties=!0){if(this.options.length)throw new Error("call .storeOptionsAsProperties() before adding options");if(Object.keys(this._optionValues).length)throw new Error("call .storeOptionsAsProperties() before setting option values");return this._storeOptionsAsProperties=!!storeAsProperties,this}getOptionValue(key){return this._storeOptionsAsProperties?this[key]:this._optionValues[key]}setOptionValue(key,value){return this.setOptionValueWithSource(key,value,void 0)}setOptionValueWithSource(key,value,source){return this._storeOptionsAsProperties?this[key]=value:this._optionValues[key]=value,this._optionValueSources[key]=source,this}getOptionValueSource(key){return this._optionValueSources[key]}getOptionValueSourceWithGlobals(key){let source;return this._getCommandAndAncestors().forEach(cmd=>{cmd.getOptionValueSource(key)!==void 0&&(source=cmd.getOptionValueSource(key))}),source}_prepareUserArgs(argv,parseOptions){if(argv!==void 0&&!Array.isArray(argv))throw new Error("first parameter to parse must be array or undefined");if(parseOptions=parseOptions||{},argv===void 0&&parseOptions.from===void 0){process2.versions?.electron&&(parseOptions.from="electron");let execArgv=process2.execArgv??[];(execArgv.includes("-e")||execArgv.includes("--eval")||execArgv.includes("-p")||execArgv.includes("--print"))&&(parseOptions.from="eval")}argv===void 0&&(argv=process2.argv),this.rawArgs=argv.slice();let userArgs;switch(parseOptions.from){case void 0:case"node":this._scriptPath=argv[1],userArgs=argv.slice(2);break;case"electron":process2.defaultApp?(this._scriptPath=argv[1],userArgs=argv.slice(2)):userArgs=argv.slice(1);break;case"user":userArgs=argv.slice(0);break;case"eval":userArgs=argv.slice(1);break;default:throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`)}return!this._name&&this._scriptPath&&this.nameFromFilename(this._scriptPath),this._name=this._name||"program",userArgs}parse(argv,parseOptions){this._prepareForParse();let userArgs=this._prepareUserArgs(argv,parseOptions);return this._parseCommand([],userArgs),this}async parseAsync(argv,parseOptions){this._prepareForParse();let userArgs=this._prepareUserArgs(argv,parseOptions);return await this._parseCommand([],userArgs),this}_prepareForParse(){this._savedState===null?this.saveStateBeforeParse():this.restoreStateBeforeParse()}saveStateBeforeParse(){this._savedState={_name:this._name,_optionValues:{...this._optionValues},_optionValueSources:{...this._optionValueSources}}}restoreStateBeforeParse(){if(this._storeOptionsAsProperties)throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);this._name=this._savedState._name,this._scriptPath=null,this.rawArgs=[],this._optionValues={...this._savedState._optionValues},this._optionValueSources={...this._savedState._optionValueSources},this.args=[],this.processedArgs=[]}_checkForMissingExecutable(executableFile,executableDir,subcommandName){if(fs.existsSync(executableFile))return;let executableDirMessage=executableDir?`searched for local subcommand relative to directory '${executableDir}'`:"no directory for search for local subcommand, use .executableDir() to supply a custom directory",executableMissing=`'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;throw new Error(executableMissing)}_executeSubCommand(subcommand,args){args=args.slice();let launchWithNode=!1,sourceExt=[".js",".ts",".tsx",".mjs",".cjs"];function findFile(baseDir,baseName){let localBin=path.resolve(baseDir,baseName);if(fs.existsSync(localBin))return localBin;if(sourceExt.includes(path.extname(baseName)))return;let foundExt=sourceExt.find(ext=>fs.existsSync(`${localBin}${ext}`));if(foundExt)return`${localBin}${foundExt}`}this._checkForMissingMandatoryOptions(),this._checkForConflictingOptions();let executableFile=subcommand._executableFile||`${this._name}-${subcommand._name}`,executableDir=this._executableDir||"";if(this._scriptPath){let resolvedScriptPath;try{resolvedScriptPath=fs.realpathSync(this._scriptPath)}catch{resolvedScriptPath=this._scriptPath}executableDir=path.resolve(path.dirname(resolvedScriptPath),executableDir)}if(executableDir){let localFile=findFile(executableDir,executableFile);if(!localFile&&!subcommand._executableFile&&this._scriptPath){let legacyName=path.basename(this._scriptPath,path.extname(this._scriptPath));legacyName!==this._name&&(localFile=findFile(executableDir,`${legacyName}-${subcommand._name}`))}executableFile=localFile||executableFile}launchWithNode=sourceExt.includes(path.extname(executableFile));let proc;process2.platform!=="win32"?launchWithNode?(args.unshift(executableFile),args=incrementNodeInspectorPort(process2.execArgv).concat(args),proc=childProcess.spawn(process2.argv[0],args,{stdio:"inherit"})):proc=childProcess.spawn(executableFile,args,{stdio:"inherit"}):(this._checkForMissingExecutable(executableFile,executableDir,subcommand._name),args.unshift(executableFile),args=incrementNodeInspectorPort(process2.execArgv).concat(args),proc=childProcess.spawn(process2.execPath,args,{stdio:"inherit"})),proc.killed||["SIGUSR1","SIGUSR2","SIGTERM","SIGINT","SIGHUP"].forEach(signal=>{process2.on(signal,()=>{proc.killed===!1&&proc.exitCode===null&&proc.kill(signal)})});let exitCallback=this._exitCallback;proc.on("close",code=>{code=code??1,exitCallback?exitCallback(new CommanderError2(code,"commander.executeSubCommandAsync","(close)")):process2.exit(code)}),proc.on("error",err=>{if(err.code==="ENOENT")this._checkForMissingExecutable(executableFile,executableDir,subcommand._name);else if(err.code==="EACCES")throw new Error(`'${executableFile}' not executable`);if(!exitCallback)process2.exit(1);else{let wrappedError=new CommanderError2(1,"commander.executeSubCommandAsync","(error)");wrappedError.nestedError=err,exitCallback(wrappedError)}}),this.runningCommand=proc}_dispatchSubcommand(commandName,operands,unknown){let subCommand=this._findCommand(commandName);subCommand||this.help({error:!0}),subCommand._prepareForParse();let promiseChain;return promiseChain=this._chainOrCallSubCommandHook(promiseChain,subCommand,"preSubcommand"),promiseChain=this._chainOrCall(promiseChain,()=>{if(subCommand._executableHandler)this._executeSubCommand(subCommand,operands.concat(unknown));else return subCommand._parseCommand(operands,unknown)}),promiseChain}_dispatchHelpCommand(subcommandName){subcommandName||this.help();let subCommand=this._findCommand(subcommandName);return subCommand&&!subCommand._executableHandler&&subCommand.help(),this._dispatchSubcommand(subcommandName,[],[this._getHelpOption()?.long??this._getHelpOption()?.short??"--help"])}_checkNumberOfArguments(){this.registeredArguments.forEach((arg,i)=>{arg.required&&this.args[i]==null&&this.missingArgument(arg.name())}),!(this.registeredArguments.length>0&&this.registeredArguments[this.registeredArguments.length-1].variadic)&&this.args.length>this.registeredArguments.length&&this._excessArguments(this.args)}_processArguments(){let myParseArg=(argument,value,previous)=>{let parsedValue=value;if(value!==null&&argument.parseArg){let invalidValueMessage=`error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;parsedValue=this._callParseArg(argument,value,previous,invalidValueMessage)}return parsedValue};this._checkNumberOfArguments();let processedArgs=[];this.registeredArguments.forEach((declaredArg,index)=>{let value=declaredArg.defaultValue;declaredArg.variadic?index<this.args.length?(value=this.args.slice(index),declaredArg.parseArg&&(value=value.reduce((processed,v)=>myParseArg(declaredArg,v,processed),declaredArg.defaultValue))):value===void 0&&(value=[]):index<this.args.length&&(value=this.args[index],declaredArg.parseArg&&(value=myParseArg(declaredArg,value,declaredArg.defaultValue))),processedArgs[index]=value}),this.processedArgs=processedArgs}_chainOrCall(promise,fn){return promise?.then&&typeof promise.then=="function"?promise.then(()=>fn()):fn()}_chainOrCallHooks(promise,event){let result=promise,hooks=[];return this._getCommandAndAncestors().reverse().filter(cmd=>cmd._lifeCycleHooks[event]!==void 0).forEach(hookedCommand=>{hookedCommand._lifeCycleHooks[event].forEach(callback=>{hooks.push({hookedCommand,callback})})}),event==="postAction"&&hooks.reverse(),hooks.forEach(hookDetail=>{result=this._chainOrCall(result,()=>hookDetail.callback(hookDetail.hookedCommand,this))}),result}_chainOrCallSubCommandHook(promise,subCommand,event){let result=promise;return this._lifeCycleHooks[event]!==void 0&&this._lifeCycleHooks[event].forEach(hook=>{result=this._chainOrCall(result,()=>hook(this,subCommand))}),result}_parseCommand(operands,unknown){let parsed=this.parseOptions(unknown);if(this._parseOptionsEnv(),this._parseOptionsImplied(),operands=operands.concat(parsed.operands),unknown=parsed.unknown,this.args=operands.concat(unknown),operands&&this._findCommand(operands[0]))return this._dispatchSubcommand(operands[0],operands.slice(1),unknown);if(this._getHelpCommand()&&operands[0]===this._getHelpCommand().name())return this._dispatchHelpCommand(operands[1]);if(this._defaultCommandName)return this._outputHelpIfRequested(unknown),this._dispatchSubcommand(this._defaultCommandName,operands,unknown);this.commands.length&&this.args.length===0&&!this._actionHandler&&!this._defaultCommandName&&this.help({error:!0}),this._outputHelpIfRequested(parsed.unknown),this._checkForMissingMandatoryOptions(),this._checkForConflictingOptions();let checkForUnknownOptions=()=>{parsed.unknown.length>0&&this.unknownOption(parsed.unknown[0])},commandEvent=`command:${this.name()}`;if(this._actionHandler){checkForUnknownOptions(),this._processArguments();let promiseChain;return promiseChain=this._chainOrCallHooks(promiseChain,"preAction"),promiseChain=this._chainOrCall(promiseChain,()=>this._actionHandler(this.processedArgs)),this.parent&&(promiseChain=this._chainOrCall(promiseChain,()=>{this.parent.emit(commandEvent,operands,unknown)})),promiseChain=this._chainOrCallHooks(promiseChain,"postAction"),promiseChain}if(this.parent?.listenerCount(commandEvent))checkForUnknownOptions(),this._processArguments(),this.parent.emit(commandEvent,operands,unknown);else if(operands.length){if(this._findCommand("*"))return this._dispatchSubcommand("*",operands,unknown);this.listenerCount("command:*")?this.emit("command:*",operands,unknown):this.commands.length?this.unknownCommand():(checkForUnknownOptions(),this._processArguments())}else this.commands.length?(checkForUnknownOptions(),this.help({error:!0})):(checkForUnknownOptions(),this._processArguments())}_findCommand(name){if(name)return this.commands.find(cmd=>cmd._name===name||cmd._aliases.includes(name))}_findOption(arg){return this.options.find(option=>option.is(arg))}_checkForMissingMandatoryOptions(){this._getCommandAndAncestors().forEach(cmd=>{cmd.options.forEach(anOption=>{anOption.mandatory&&cmd.getOptionValue(anOption.attributeName())===void 0&&cmd.missingMandatoryOptionValue(anOption)})})}_checkForConflictingLocalOptions(){let definedNonDefaultOptions=this.options.filter(option=>{let optionKey=option.attributeName();return this.getOptionValue(optionKey)===void 0?!1:this.getOptionValueSource(optionKey)!=="default"});definedNonDefaultOptions.filter(option=>option.conflictsWith.length>0).forEach(option=>{let conflictingAndDefined=definedNonDefaultOptions.find(defined=>option.conflictsWith.includes(defined.attributeName()));conflictingAndDefined&&this._conflictingOption(option,conflictingAndDefined)})}_checkForConflictingOptions(){this._getCommandAndAncestors().forEach(cmd=>{cmd._checkForConflictingLocalOptions()})}parseOptions(args){let operands=[],unknown=[],dest=operands;function maybeOption(arg){return arg.length>1&&arg[0]==="-"}let negativeNumberArg=arg=>/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)?!this._getCommandAndAncestors().some(cmd=>cmd.options.map(opt=>opt.short).some(short=>/^-\d$/.test(short))):!1,activeVariadicOption=null,activeGroup=null,i=0;for(;i<args.length||activeGroup;){let arg=activeGroup??args[i++];if(activeGroup=null,arg==="--"){dest===unknown&&dest.push(arg),dest.push(...args.slice(i));break}if(activeVariadicOption&&(!maybeOption(arg)||negativeNumberArg(arg))){this.emit(`option:${activeVariadicOption.name()}`,arg);continue}if(activeVariadicOption=null,maybeOption(arg)){let option=this._findOption(arg);if(option){if(option.required){let value=args[i++];value===void 0&&this.optionMissingArgument(option),this.emit(`option:${option.name()}`,value)}else if(option.optional){let value=null;i<args.length&&(!maybeOption(args[i])||negativeNumberArg(args[i]))&&(value=args[i++]),this.emit(`option:${option.name()}`,value)}else this.emit(`option:${option.name()}`);activeVariadicOption=option.variadic?option:null;continue}}if(arg.length>2&&arg[0]==="-"&&arg[1]!=="-"){let option=this._findOption(`-${arg[1]}`);if(option){option.required||option.optional&&this._combineFlagAndOptionalValue?this.emit(`option:${option.name()}`,arg.slice(2)):(this.emit(`option:${option.name()}`),activeGroup=`-${arg.slice(2)}`);continue}}if(/^--[^=]+=/.test(arg)){let index=arg.indexOf("="),option=this._findOption(arg.slice(0,index));if(option&&(option.required||option.optional)){this.emit(`option:${option.name()}`,arg.slice(index+1));continue}}if(dest===operands&&maybeOption(arg)&&!(this.commands.length===0&&negativeNumberArg(arg))&&(dest=unknown),(this._enablePositionalOptions||this._passThroughOptions)&&operands.length===0&&unknown.length===0){if(this._findCommand(arg)){operands.push(arg),unknown.push(...args.slice(i));break}else if(this._getHelpCommand()&&arg===this._getHelpCommand().name()){operands.push(arg,...args.slice(i));break}else if(this._defaultCommandName){unknown.push(arg,...args.slice(i));break}}if(this._passThroughOptions){dest.push(arg,...args.slice(i));break}dest.push(arg)}return{operands,unknown}}opts(){if(this._storeOptionsAsProperties){let result={},len=this.options.length;for(let i=0;i<len;i++){let key=this.options[i].attributeName();result[key]=key===this._versionOptionName?this._version:this[key]}return result}return this._optionValues}optsWithGlobals(){return this._getCommandAndAncestors().reduce((combinedOptions,cmd)=>Object.assign(combinedOptions,cmd.opts()),{})}error(message,errorOptions){this._outputConfiguration.outputError(`${message}
`,this._outputConfiguration.writeErr),typeof this._showHelpAfterError=="string"?this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`):this._showHelpAfterError&&(this._outputConfiguration.writeErr(`
`),this.outputHelp({error:!0}));let config=errorOptions||{},exitCode=config.exitCode||1,code=config.code||"commander.error";this._exit(exitCode,code,message)}_parseOptionsEnv(){this.options.forEach(option=>{if(option.envVar&&option.envVar in process2.env){let optionKey=option.attributeName();(this.getOptionValue(optionKey)===void 0||["default","config","env"].includes(this.getOptionValueSource(optionKey)))&&(option.required||option.optional?this.emit(`optionEnv:${option.name()}`,process2.env[option.envVar]):this.emit(`optionEnv:${option.name()}`))}})}_parseOptionsImplied(){let dualHelper=new DualOptions(this.options),hasCustomOptionValue=optionKey=>this.getOptionValue(optionKey)!==void 0&&!["default","implied"].includes(this.getOptionValueSource(optionKey));this.options.filter(option=>option.implied!==void 0&&hasCustomOptionValue(option.attributeName())&&dualHelper.valueFromOption(this.getOptionValue(option.attributeName()),option)).forEach(option=>{Object.keys(option.implied).filter(impliedKey=>!hasCustomOptionValue(impliedKey)).forEach(impliedKey=>{this.setOptionValueWithSource(impliedKey,option.implied[impliedKey],"implied")})})}missingArgument(name){let message=`error: missing required argument '${name}'`;this.error(message,{code:"commander.missingArgument"})}optionMissingArgument(option){let message=`error: option '${option.flags}' argument missing`;this.error(message,{code:"commander.optionMissingArgument"})}missingMandatoryOptionValue(option){let message=`error: required option '${option.flags}' not specified`;this.error(message,{code:"commander.missingMandatoryOptionValue"})}_conflictingOption(option,conflictingOption){let findBestOptionFromValue=option2=>{let optionKey=option2.attributeName(),optionValue=this.getOptionValue(optionKey),negativeOption=this.options.find(target=>target.negate&&optionKey===target.attributeName()),positiveOption=this.options.find(target=>!target.negate&&optionKey===target.attributeName());return negativeOption&&(negativeOption.presetArg===void 0&&optionValue===!1||negativeOption.presetArg!==void 0&&optionValue===negativeOption.presetArg)?negativeOption:positiveOption||option2},getErrorMessage=option2=>{let bestOption=findBestOptionFromValue(option2),optionKey=bestOption.attributeName();return this.getOptionValueSource(optionKey)==="env"?`environment variable '${bestOption.envVar}'`:`option '${bestOption.flags}'`},message=`error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;this.error(message,{code:"commander.conflictingOption"})}unknownOption(flag){if(this._allowUnknownOption)return;let suggestion="";if(flag.startsWith("--")&&this._showSuggestionAfterError){let candidateFlags=[],command=this;do{let moreFlags=command.createHelp().visibleOptions(command).filter(option=>option.long).map(option=>option.long);candidateFlags=candidateFlags.concat(moreFlags),command=command.parent}while(command&&!command._enablePositionalOptions);suggestion=suggestSimilar(flag,candidateFlags)}let message=`error: unknown option '${flag}'${suggestion}`;this.error(message,{code:"commander.unknownOption"})}_excessArguments(receivedArgs){if(this._allowExcessArguments)return;let expected=this.registeredArguments.length,s=expected===1?"":"s",message=`error: too many arguments${this.parent?` for '${this.name()}'`:""}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;this.error(message,{code:"commander.excessArguments"})}unknownCommand(){let unknownName=this.args[0],suggestion="";if(this._showSuggestionAfterError){let candidateNames=[];this.createHelp().visibleCommands(this).forEach(command=>{candidateNames.push(command.name()),command.alias()&&candidateNames.push(command.alias())}),suggestion=suggestSimilar(unknownName,candidateNames)}let message=`error: unknown command '${unknownName}'${suggestion}`;this.error(message,{code:"commander.unknownCommand"})}version(str,flags,description){if(str===void 0)return this._version;this._version=str,flags=flags||"-V, --version",description=description||"output the version number";let versionOption=this.createOption(flags,description);return this._versionOptionName=versionOption.attributeName(),this._registerOption(versionOption),this.on("option:"+versionOption.name(),()=>{this._outputConfiguration.writeOut(`${str}
`),this._exit(0,"commander.version",str)}),this}description(str,argsDescription){return str===void 0&&argsDescription===void 0?this._description:(this._description=str,argsDescription&&(this._argsDescription=argsDescription),this)}summary(str){return str===void 0?this._summary:(this._summary=str,this)}alias(alias){if(alias===void 0)return this._aliases[0];let command=this;if(this.commands.length!==0&&this.commands[this.commands.length-1]._executableHandler&&(command=this.commands[this.commands.length-1]),alias===command._name)throw new Error("Command alias can't be the same as its name");let matchingCommand=this.parent?._findCommand(alias);if(matchingCommand){let existingCmd=[matchingCommand.name()].concat(matchingCommand.aliases()).join("|");throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`)}return command._aliases.push(alias),this}aliases(aliases){return aliases===void 0?this._aliases:(aliases.forEach(alias=>this.alias(alias)),this)}usage(str){if(str===void 0){if(this._usage)return this._usage;let args=this.registeredArguments.map(arg=>humanReadableArgName(arg));return[].concat(this.options.length||this._helpOption!==null?"[options]":[],this.commands.length?"[command]":[],this.registeredArguments.length?args:[]).join(" ")}return this._usage=str,this}name(str){return str===void 0?this._name:(this._name=str,this)}helpGroup(heading){return heading===void 0?this._helpGroupHeading??"":(this._helpGroupHeading=heading,this)}commandsGroup(heading){return heading===void 0?this._defaultCommandGroup??"":(this._defaultCommandGroup=heading,this)}optionsGroup(heading){return heading===void 0?this._defaultOptionGroup??"":(this._defaultOptionGroup=heading,this)}_initOptionGroup(option){this._defaultOptionGroup&&!option.helpGroupHeading&&option.helpGroup(this._defaultOptionGroup)}_initCommandGroup(cmd){this._defaultCommandGroup&&!cmd.helpGroup()&&cmd.helpGroup(this._defaultCommandGroup)}nameFromFilename(filename){return this._name=path.basename(filename,path.extname(filename)),this}executableDir(path2){return path2===void 0?this._executableDir:(this._executableDir=path2,this)}helpInformation(contextOptions){let helper=this.createHelp(),context=this._getOutputContext(contextOptions);helper.prepareContext({error:context.error,helpWidth:context.helpWidth,outputHasColors:context.hasColors});let text=helper.formatHelp(this,helper);return context.hasColors?text:this._outputConfiguration.stripColor(text)}_getOutputContext(contextOptions){contextOptions=contextOptions||{};let error=!!contextOptions.error,baseWrite,hasColors,helpWidth;return error?(baseWrite=str=>this._outputConfiguration.writeErr(str),hasColors=this._outputConfiguration.getErrHasColors(),helpWidth=this._outputConfiguration.getErrHelpWidth()):(baseWrite=str=>this._outputConfiguration.writeOut(str),hasColors=this._outputConfiguration.getOutHasColors(),helpWidth=this._outputConfiguration.getOutHelpWidth()),{error,write:str=>(hasColors||(str=this._outputConfiguration.stripColor(str)),baseWrite(str)),hasColors,helpWidth}}outputHelp(contextOptions){let deprecatedCallback;typeof contextOptions=="function"&&(deprecatedCallback=contextOptions,contextOptions=void 0);let outputContext=this._getOutputContext(contextOptions),eventContext={error:outputContext.error,write:outputContext.write,command:this};this._getCommandAndAncestors().reverse().forEach(command=>command.emit("beforeAllHelp",eventContext)),this.emit("beforeHelp",eventContext);let helpInformation=this.helpInformation({error:outputContext.error});if(deprecatedCallback&&(helpInformation=deprecatedCallback(helpInformation),typeof helpInformation!="string"&&!Buffer.isBuffer(helpInformation)))throw new Error("outputHelp callback must return a string or a Buffer");outputContext.write(helpInformation),this._getHelpOption()?.long&&this.emit(this._getHelpOption().long),this.emit("afterHelp",eventContext),this._getCommandAndAncestors().forEach(command=>command.emit("afterAllHelp",eventContext))}helpOption(flags,description){return typeof flags=="boolean"?(flags?(this._helpOption===null&&(this._helpOption=void 0),this._defaultOptionGroup&&this._initOptionGroup(this._getHelpOption())):this._helpOption=null,this):(this._helpOption=this.createOption(flags??"-h, --help",description??"display help for command"),(flags||description)&&this._initOptionGroup(this._helpOption),this)}_getHelpOption(){return this._helpOption===void 0&&this.helpOption(void 0,void 0),this._helpOption}addHelpOption(option){return this._helpOption=option,this._initOptionGroup(option),this}help(contextOptions){this.outputHelp(contextOptions);let exitCode=Number(process2.exitCode??0);exitCode===0&&contextOptions&&typeof contextOptions!="function"&&contextOptions.error&&(exitCode=1),this._exit(exitCode,"commander.help","(outputHelp)")}addHelpText(position,text){let allowedValues=["beforeAll","before","after","afterAll"];if(!allowedValues.includes(position))throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);let helpEvent=`${position}Help`;return this.on(helpEvent,context=>{let helpStr;typeof text=="function"?helpStr=text({error:context.error,command:context.command}):helpStr=text,helpStr&&context.write(`${helpStr}
`)}),this}_outputHelpIfRequested(args){let helpOption=this._getHelpOption();helpOption&&args.find(arg=>helpOption.is(arg))&&(this.outputHelp(),this._exit(0,"commander.helpDisplayed","(outputHelp)"))}};function incrementNodeInspectorPort(args){return args.map(arg=>{if(!arg.startsWith("--inspect"))return arg;let debugOption,debugHost="127.0.0.1",debugPort="9229",match;return(match=arg.match(/^(--inspect(-brk)?)$/))!==null?debugOption=match[1]:(match=arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/))!==null?(debugOption=match[1],/^\d+$/.test(match[3])?debugPort=match[3]:debugHost=match[3]):(match=arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/))!==null&&(debugOption=match[1],debugHost=match[3],debugPort=match[4]),debugOption&&debugPort!=="0"?`${debugOption}=${debugHost}:${parseInt(debugPort)+1}`:arg})}function useColor(){if(process2.env.NO_COLOR||process2.env.FORCE_COLOR==="0"||process2.env.FORCE_COLOR==="false")return!1;if(process2.env.FORCE_COLOR||process2.env.CLICOLOR_FORCE!==void 0)return!0}exports.Command=Command2;exports.useColor=useColor}});var require_commander=__commonJS({"node_modules/commander/index.js"(exports){var{Argument:Argument2}=require_argument(),{Command:Command2}=require_command(),{CommanderError:CommanderError2,InvalidArgumentError:InvalidArgumentError2}=require_error(),{Help:Help2}=require_help(),{Option:Option2}=require_option();exports.program=new Command2;exports.createCommand=name=>new Command2(name);exports.createOption=(flags,description)=>new Option2(flags,description);exports.createArgument=(name,description)=>new Argument2(name,description);exports.Command=Command2;exports.Option=Option2;exports.Argument=Argument2;exports.Help=Help2;exports.CommanderError=CommanderError2;exports.InvalidArgumentError=InvalidArgumentError2;exports.InvalidOptionArgumentError=InvalidArgumentError2}});import{join as join12,resolve as resolve5}from"node:path";async function execAction(rune,ask2,options){let{report,messages}=await runRequest(rune,ask2,options),[attempt]=messages.values(),[step]=report.nodes[0]?.steps??[],answered=step?.status==="succeeded"?attempt?.bpcs_output:void 0;return{report,envelope:answered??attempt?.eps??problemMessage(rune,report)}}function problemMessage({host},report){let[problem2]=report.problems,[step]=report.nodes[0]?.steps??[],found=problem2??step?.error,kind=found!==void 0&&isEpsKind(found.kind)?found.kind:"cancelled";return epsMessage({fault:{kind,message:found?.message??EPS[kind].advice,executed:step?.executed??"no"},stamp:{messageId:host.uuid(),createdAt:host.now()},trace:{traceId:host.hex(16),spanId:host.hex(8)},correlationId:report.correlation_id,source:"LOM",...report.action===void 0?{}:{action:report.action}})}import{readFile}from"node:fs/promises";async function readExpected({planHash,planFile}){if(planHash!==void 0&&!/^[0-9a-f]{64}$/.test(planHash))return`${show(planHash)} is no hash of a plan; expected 64 hexadecimal digits as \`rune plan\` prints them`;if(planFile===void 0)return planHash===void 0?void 0:{planHash};let plan=await readPlanFile(planFile);if(typeof plan=="string")return plan;let own=canonicalSha256(plan);return planHash!==void 0&&planHash!==own?`${planFile} holds the plan ${own}, not ${planHash}; give one of them, or the file of that plan`:{planHash:own,plan}}async function readPlanFile(file){try{let value=JSON.parse(await readFile(file,"utf8")),printed=typeof value=="object"&&value!==null&&"plan"in value?value.plan:value;return hasShape("plan",printed)?printed:`${file} is not a plan; expected plan.json of a record, or what \`rune plan --json\` prints`}catch(caught){let why=systemCode(caught)??`it is not JSON (${fromUnknown(caught).message})`;return`the plan ${file} cannot be read: ${why}`}}function explain(what){let kinds=Object.keys(EPS).filter(isEpsKind),found=kinds.filter(kind=>kind===what||String(EPS[kind].code)===what);if(found.length>0)return found.map(kind=>({kind,classification:classify(EPS[kind].code),...EPS[kind],docs:docsAnchor(kind)}));let near=nearest(what,kinds);return`there is no error kind or code ${JSON.stringify(what.slice(0,80))}${near===void 0?"":`; did you mean ${near}?`}`}function explainText(found){return found.map(({kind,code,classification,severity,priority,executed,retryable,advice:advice2,docs})=>[`${kind} (${code}, ${classification})`,`  severity: ${severity}, priority: ${priority}`,`  executed: ${EXECUTED[executed]}`,`  ${retryable?"may be tried again: nothing was started":"is not tried again by itself"}`,`  next: ${advice2}`,`  more: ${docs}`,""].join(`
`)).join(`
`)}var EXECUTED={no:"no, the plugin was not started",yes:"yes, the plugin was started and its end was seen",unknown:"unknown, nobody can say without looking"};var forced_command_default=`#!/bin/bash -p
# shellcheck shell=bash disable=SC2034
# RUNE gate: the forced command of a key that may run reviewed actions and nothing else.
#
# sshd starts it in place of what the other side asks for. It takes \`rune-gate v2 run|collect\` and sizes and digests,
# reads the rest from stdin, and runs an action only when the allow list on this node has its name and digest, whatever
# the other side sends. Parameters are not pinned by it: they are checked by whoever sends them, and by the action.
#
# Install it root-owned, mode 0755, with the allow list beside it (root-owned too), and name it in authorized_keys:
#   restrict,command="/usr/local/lib/rune/gate" ssh-ed25519 AAAA... rune
# For actions that ask for root, sudoers: rune ALL=(root) NOPASSWD: /usr/local/lib/rune/gate

rune_allow=@ALLOW@

@FUNCTIONS@

rune_gate_refuse() {
  printf 'rune-gate: %s\\n' "$1" >&2
  exit 77
}

rune_gate() {
  local verb nonce size sha header become asked=\${SSH_ORIGINAL_COMMAND-} h
  # Through sudo the request comes as arguments: the environment does not.
  [ "$EUID" != 0 ] || [ $# = 0 ] || asked="rune-gate v2 $*"
  local form='^rune-gate v2 (run|collect) ([0-9a-f]{32}) ([0-9]{1,9}) ([0-9a-f]{64}) ([0-9]{1,7}) ([01])$'
  [[ $asked =~ $form ]] || rune_gate_refuse 'refused: this key runs rune-gate v2 run|collect and nothing else'
  verb=\${BASH_REMATCH[1]} nonce=\${BASH_REMATCH[2]} size=\${BASH_REMATCH[3]}
  sha=\${BASH_REMATCH[4]} header=\${BASH_REMATCH[5]} become=\${BASH_REMATCH[6]}
  [ $((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1])) -ge 402 ] || exit 92
  if [ "$become" = 1 ] && [ "$EUID" != 0 ]; then
    exec sudo -n -- "$0" "$verb" "$nonce" "$size" "$sha" "$header" 0
  fi
  unset TMOUT
  LC_ALL=C
  IFS= read -r -N "$size" b
  [ "\${#b}" -eq "$size" ] || exit 90
  h=$(printf %s "$b" | sha256sum)
  [ "\${h%% *}" = "$sha" ] || exit 91
  case $verb in
    run) rune_launch "$nonce" "$size" "$sha" 0 "$header" ;;
    collect) rune_collect "$nonce" "$size" "$sha" 0 "$header" ;;
  esac
}

rune_gate "$@"
`;function isGatePath(path){return/^(\/[A-Za-z0-9._-]+)+$/.test(path)}function forcedCommand(allowFile){if(!isGatePath(allowFile))throw new Error(`not a path for the gate: ${allowFile}`);return forced_command_default.replace("@ALLOW@",()=>allowFile).replace("@FUNCTIONS@",()=>[entry_default,launcher_default,collector_default].join(`
`))}var ALLOW_FILE="/etc/rune/allowed";function gateScript(allowFile){if(isGatePath(allowFile))return forcedCommand(allowFile);let message=`${JSON.stringify(allowFile)} is no path for an allow list: absolute, of letters, digits, dots, hyphens and underscores`;return problemOf(fault("request-invalid",message))}async function gateAllowed(root,names){let{registry}=await openProject(root),unknown=names.find(name=>!registry.actions.has(name));return unknown!==void 0?problemOf(fault("action-unknown",`there is no action ${unknown} in this project`)):[...registry.actions.values()].filter(({name})=>names.length===0||names.includes(name)).map(({name,bundle,declaration})=>`${name} ${gateDigest(bundle,declaration.requires??[])}`).sort()}async function listProject(root){let project=await openProject(root),read=project.runbookNames.map(name=>project.runbook(name));return{runbooks:read.flatMap(result=>{if(result?.kind!=="runbook")return[];let{name,description,owner}=result.runbook.declaration;return[{name,description,...owner===void 0?{}:{owner}}]}),modules:listModules(project.registry),actions:[...project.registry.actions.values()].map(({name,module,moduleVersion,declaration,state})=>({name,module,version:moduleVersion,state,effect:declaration.effect,become:declaration.become??!1,description:declaration.description})),unavailable_actions:[...project.registry.unavailableActions.values()].map(({name,modules,reasons})=>({name,modules,reasons:reasons.map(formatProblem)})),nodes:[...project.inventory.nodes.values()].map(({name,transport,labels})=>({name,transport,labels})),problems:[...project.problems,...read.flatMap(result=>result?.kind==="problems"?result.problems:[])]}}function listModules({modules,unreadable:unreadable2}){return[...modules.map(({module:{declaration},state,reasons})=>({name:declaration.module,version:declaration.version,state,reasons:reasons.map(formatProblem)})),...unreadable2.map(({name,reasons})=>({name,state:"unavailable",reasons:reasons.map(formatProblem)}))].sort((a,b)=>a.name<b.name?-1:1)}function listText(listing){let{runbooks,modules,actions,nodes}=listing,errors=listing.problems.filter(({severity})=>severity==="error").length;return`${["runbooks:",...table(runbooks.map(({name,description})=>[name,description])),"","modules:",...table(modules.map(({name,version="",state,reasons})=>[name,version,state,reasonText(reasons)])),"","actions:",...table([...actions.map(({name,effect,become,module,version,state,description})=>[name,become?`${effect}, as root`:effect,`${module} ${version}`,state,description]),...listing.unavailable_actions.map(({name,modules:of,reasons})=>[name,"",of.join(", "),"unavailable",reasonText(reasons)])]),"","nodes:",...table(nodes.map(({name,transport,labels})=>[name,transport,Object.entries(labels).map(([key,value])=>`${key}=${value}`).join(",")])),...errors===0?[]:["",`${errors} problems keep something of this from being used: rune validate`]].map(terminal).join(`
`)}
`}function reasonText([first,...more]){return first===void 0?"":more.length===0?first:`${first} (and ${more.length} more)`}function table(rows){if(rows.length===0)return["  none"];let widths=(rows[0]??[]).map((_,i)=>Math.max(...rows.map(row=>row[i]?.length??0)));return rows.map(row=>`  ${row.map((cell,i)=>cell.padEnd(widths[i]??0)).join("  ").trimEnd()}`)}import{readFile as readFile2}from"node:fs/promises";import{isAbsolute,join}from"node:path";async function readParams(path,base){let bytes;try{bytes=await readFile2(isAbsolute(path)?path:join(base,path))}catch(caught){return`${path} cannot be read (${systemCode(caught)??"unknown error"})`}let result=readDocument(path,bytes);if(result.kind==="problems")return result.problems.map(formatProblem).join("; ");let{value}=result.document;return typeof value!="object"||value===null||Array.isArray(value)?`${path}: expected an object with a value for each input`:{...value}}function moduleOf(name,{registry}){let listed2=listModules(registry).find(one=>one.name===name);if(!listed2)return;let found=registry.modules.find(({module})=>module.declaration.module===name);if(!found)return listed2;let{description,owner,dependencies,actions}=found.module.declaration;return{...listed2,description,...owner===void 0?{}:{owner},...dependencies===void 0?{}:{dependencies},actions:Object.keys(actions)}}function moduleLines(module){let{name,version,description,owner,state,reasons,dependencies=[],actions}=module;return[`module ${name}${version===void 0?"":` ${version}`}${description===void 0?"":`: ${description}`}`,`state: ${state}`,...reasons.map(reason=>`  ${reason}`),...owner===void 0?[]:[`owner: ${owner}`],...dependencies.length===0?[]:["requires:"],...dependencies.map(one=>`  ${one.module} ${one.version}${one.optional?", optional":""}`),...actions===void 0?[]:[`actions: ${actions.join(", ")}`]]}async function showName(root,name){let project=await openProject(root),runbook=project.runbook(name),[broken2]=runbook?.kind==="problems"?runbook.problems:[];if(broken2!==void 0)return{problem:broken2};let action=actionOf(name,project),module=moduleOf(name,project),node=project.inventory.nodes.get(name);return runbook===void 0&&module===void 0&&action===void 0&&node===void 0?{problem:nothing(name,project)}:{...runbook?.kind==="runbook"?{runbook:runbook.runbook.declaration}:{},...module===void 0?{}:{module},...action===void 0?{}:{action},...node===void 0?{}:{node}}}function actionOf(name,{registry}){let action=registry.actions.get(name),gone=registry.unavailableActions.get(name),declared=registry.modules.filter(({module})=>Object.hasOwn(module.declaration.actions,name)),[owner]=declared,declaration=owner?.module.declaration.actions[name];if(!(declared.length!==1||owner===void 0||declaration===void 0))return{name,module:owner.module.declaration.module,version:owner.module.declaration.version,state:action?.state??"unavailable",...gone===void 0?{}:{reasons:gone.reasons.map(formatProblem)},bundle_sha256:owner.bundleSha256,...declaration}}function nothing(name,project){let why=whyUnavailable(project.registry,name);if(why!==void 0)return problem({kind:"action-unavailable",rule:"show",message:why});let known=[...project.runbookNames,...listModules(project.registry).map(one=>one.name),...project.registry.actions.keys(),...project.inventory.nodes.keys()],near=nearest(name,known);return problem({kind:"runbook-unknown",rule:"show",message:`there is no runbook, module, action or node ${JSON.stringify(name)}${near===void 0?"":`; did you mean ${near}?`}`})}function showText({runbook,module,action,node}){return`${[runbook===void 0?[]:runbookLines(runbook),module===void 0?[]:moduleLines(module),action===void 0?[]:actionLines(action),node===void 0?[]:nodeLines(node)].filter(lines=>lines.length>0).map(lines=>lines.map(terminal).join(`
`)).join(`

`)}
`}function runbookLines(runbook){let{name,description,owner,inputs,targets,preflight,verify,steps,evidence}=runbook;return[`runbook ${name}: ${description}`,...fact("owner",owner),...fact("targets",targets?.select??"what the request names"),...parameterLines("inputs",inputs),...stepLines("preflight",preflight),...stepLines("verify",verify),...stepLines("steps",steps),...stepLines("evidence",evidence)]}function stepLines(title,steps=[]){let lines=steps.map(({id,uses,undo})=>`  ${id===void 0||id===uses?uses:`${id}: ${uses}`}${undo===void 0?"":`, undone by ${undo.uses}`}`);return lines.length===0?[]:[`${title}:`,...lines]}function actionLines(action){let{name,module,version,description,effect,become,timeout,requires,privileges}=action;return[`action ${name} (${module} ${version}): ${description}`,`state: ${action.state}`,...(action.reasons??[]).map(reason=>`  ${reason}`),`effect: ${effect}${become?", as root":""}`,...fact("time limit",timeout),...fact("requires",requires?.join(", ")),...fact("privileges",privileges),...fact("bundle sha256",action.bundle_sha256),...parameterLines("inputs",action.input),...parameterLines("outputs",action.output),...action.errors===void 0?[]:["errors:",...action.errors.map(({code,means})=>`  ${code}  ${means}`)]]}function nodeLines({name,transport,address:address2,port,user,hostKeys,hostKeyMissing,hostAuthorities,jump,labels,groups,vars={}}){return[`node ${name}: ${transport}`,...fact("address",address2===void 0?void 0:`${user}@${address2} port ${port}`),...fact("jump",jump),...(hostKeys??[]).flatMap(({type,sha256:sha2562})=>fact("host key",`${sha2562} (${type})`)),...(transport==="openssh"?hostAuthorities??[]:[]).flatMap(({type,sha256:sha2562})=>fact("host certificate authority",`${sha2562} (${type})`)),...fact("host key",hostKeyMissing&&`none is pinned, so it is not connected to: ${hostKeyMissing}`),...fact("labels",Object.entries(labels).map(([key,value])=>`${key}=${value}`).join(",")||void 0),...fact("groups",groups?.join(",")),...Object.entries(vars).flatMap(([key,value])=>fact(`vars.${key}`,JSON.stringify(value)))]}function fact(name,value){return value===void 0?[]:[`${name}: ${value}`]}function parameterLines(title,parameters={}){let rows=Object.entries(parameters).map(([name,parameter])=>{let{type,required,description,default:preset,...bounds}=parameter,limits=Object.entries(bounds).filter(([,value])=>typeof value!="object").map(([key,value])=>`${key} ${String(value)}`),parts=[type,...required?["required"]:[],...preset===void 0?[]:[`default ${JSON.stringify(preset)}`],...limits];return`  ${name}: ${parts.join(", ")}${description===void 0?"":`. ${description}`}`});return rows.length===0?[]:[`${title}:`,...rows]}import{resolve}from"node:path";var AUDIT_BRANCH="rune-audit";function entryFolder(runId){return`runs/${runId.slice(0,2)}/${runId}`}function compareEntry(present,{journal},own){let bytes=present.get(ATTESTATION_FILE);if(bytes===void 0)return present.size===0?{kind:"none"}:broken("it is missing");let given=jsonOf(bytes),differences2=statementDifferences(given,own);if(differences2.length===0)return{kind:"same"};if(!hasShape("attestation",given))return{kind:"other",differences:differences2};let{run_id,record}=given.predicate,grown=record.events<own.predicate.record.events;return run_id===own.predicate.run_id&&grown&&lineWithDigest(journal,record.head)===record.events?{kind:"earlier",events:record.events}:{kind:"other",differences:differences2}}var broken=why=>({kind:"other",differences:[`${ATTESTATION_FILE}: ${why}`]});function jsonOf(bytes){try{return JSON.parse(Buffer.from(bytes).toString("utf8"))}catch{return}}import{readFile as readFile4}from"node:fs/promises";import{join as join3}from"node:path";import{readFile as readFile3}from"node:fs/promises";import{join as join2}from"node:path";import{isDeepStrictEqual as isDeepStrictEqual2}from"node:util";import{isDeepStrictEqual}from"node:util";function disagreements(events,{report,plan}){return[...report===void 0?[]:reportFlaws(events,report),...plan===void 0?[]:planFlaws(events,plan,report)]}function reportFlaws(events,report){let flaw=(what,said2,expected2)=>({path:REPORT_FILE,reason:`${what} is ${JSON.stringify(said2)}, the events say ${JSON.stringify(expected2)}`}),[first]=events,last=events.findLast(({type})=>type==="run-ended"),planned2=events.find(({type})=>type==="plan"),said={...report},expected={run_id:first?.run_id,...first?.type==="run-started"?first.data:{},...last===void 0?{}:{status:last.data?.status,exit_status:last.data?.exit_status},...planned2===void 0?{}:{plan_hash:planned2.data?.plan_hash}},facts=Object.entries(expected).filter(([name,value])=>!isDeepStrictEqual(said[name],value)).map(([name,value])=>flaw(name,said[name],value)),nodes=report.nodes.flatMap(node=>nodeFlaws(node,events.filter(event=>event.node===node.name)).map(([what,found,meant])=>flaw(`${node.name}${what}`,found,meant))),missing=[...new Set(events.flatMap(({node})=>node===void 0?[]:[node]))].filter(name=>!report.nodes.some(node=>node.name===name)).map(name=>flaw("nodes",`without ${name}`,`${name} was begun`));return[...facts,...nodes,...missing]}function nodeFlaws(node,own){let end=own.findLast(({type})=>type==="node-ended"),outcome=end?.data?.outcome,later=own.some(({type})=>type==="collected");return[...end===void 0||later||outcome===node.outcome?[]:[[" outcome",node.outcome,outcome]],...node.steps.flatMap(step=>stepFlaws(step,own.filter(event=>isOf(step,event))))]}function isOf({id,phase="do",iteration=1},event){return event.step===id&&(event.phase??"do")===phase&&(event.iteration??1)===iteration}function stepFlaws(step,own){let found=`${step.status}, executed ${step.executed}`,ends=own.filter(({type})=>type==="ended"||type==="collected").map(({data,executed})=>`${String(data?.status)}, executed ${executed}`);return ends.length>0?ends.includes(found)?[]:[[` step ${step.id}`,found,[...new Set(ends)].join(" or ")]]:own.some(({type})=>type==="started")&&step.executed!=="unknown"?[[` step ${step.id}`,found,"unknown: it was started and has no end"]]:[]}function planFlaws(events,plan,report){let flaws=[],wrong=reason=>{flaws.push({path:PLAN_FILE,reason})},data=events.find(({type})=>type==="plan")?.data,hash=canonicalSha256(plan),expected=data?.plan_hash??report?.plan_hash;expected!==void 0&&hash!==expected&&wrong(`its hash is ${hash}, the record says ${String(expected)}`);let refused4=plan.gates.filter(({verdict})=>verdict==="refused");refused4.length>0&&events.some(({type})=>type==="prepared")&&wrong(`the gates ${refused4.map(({gate})=>gate).join(", ")} refused it, and it was begun`);let sources=new Map((data?.sources??[]).map(source=>[source.path,source])),runbook=plan.runbook&&sources.get(`runbooks/${plan.runbook.name}.yaml`);runbook&&runbook.sha256!==plan.runbook?.sha256&&wrong(`the runbook's digest is ${plan.runbook?.sha256}, the events say ${runbook.sha256}`);let approvals=events[0]?.data?.approvals??[];for(let path of new Set(approvals.map(one=>one.path))){let blobs=approvals.filter(one=>one.path===path).map(({blob})=>blob),used=sources.get(path);used===void 0&&!path.startsWith(".github/")&&wrong(`${path} was approved, and the events do not name it`),used!==void 0&&!blobs.includes(used.blob)&&wrong(`${path} was approved with the content ${blobs.join(", ")}, and ${used.blob} was used`)}return flaws}async function auditRecord(path,kept){let journal=await bytesOf(path,EVENTS_FILE);if(typeof journal=="string")return unreadable(journal);let chain=verifyChain(journal,kept===void 0?{}:{sha256:kept}),checked=await verifyFiles(path,chain).catch(caught=>fromUnknown(caught));if(checked instanceof Error)return unreadable(checked.message);let events=chain.kind==="intact"?chain.events:chain.before,ended=events.at(-1)?.type==="run-ended",torn=chain.kind==="broken"&&chain.torn&&kept===void 0,open4=!ended&&(chain.kind==="intact"||torn),named=new Set(events.flatMap(({data})=>Object.keys(data?.files??{}))),untold=open4||chain.kind==="broken",unnamed=checked.flaws.filter(flaw=>untold&&flaw.unnamed&&OWN_FILE.test(flaw.path)),flaws=checked.flaws.filter(flaw=>!unnamed.includes(flaw)&&!(torn&&flaw.path===EVENTS_FILE)),has=file=>named.has(file)||open4&&unnamed.some(flaw=>flaw.path===file),report=has(REPORT_FILE)?await shapeOf(path,REPORT_FILE,"report"):void 0,plan=has(PLAN_FILE)?await shapeOf(path,PLAN_FILE,"plan"):void 0;for(let[file,read]of[[REPORT_FILE,report],[PLAN_FILE,plan]])typeof read=="string"&&!flaws.some(flaw=>flaw.path===file)&&flaws.push({path:file,reason:read});let parts={...typeof report=="object"?{report}:{},...typeof plan=="object"?{plan}:{}},recovered=open4&&parts.report!==void 0&&!named.has(REPORT_FILE);flaws.length===0&&(recovered&&flaws.push(...recoveryFlaws(chain,path,parts.report)),flaws.push(...disagreements(events,recovered?{...parts.plan&&{plan:parts.plan}}:parts)),events[0]?.type!=="run-started"&&flaws.push({path:EVENTS_FILE,line:1,offset:0,reason:"it does not begin with run-started"}));let judged=stateOf(flaws,events,ended,recovered),head=chain.kind==="intact"?chain.head:void 0,statement=judged==="altered"||judged==="unfinished"||!parts.report||head===void 0?void 0:await statementAt(path,{state:judged,report:parts.report}),attestation=await attestationFlaws(path,statement);return flaws.push(...attestation??[]),{state:flaws.length>0?"altered":judged,flaws,events,...head===void 0?{}:{head},...statement===void 0||flaws.length>0?{}:{statement},attested:attestation?.length===0,files:checked.files,unnamed:unnamed.map(flaw=>flaw.path).sort(),torn,journal,...parts}}var OWN_FILE=/^(?:(?:report|plan|registry)\.json|summary\.md|errors\.ndjson|nodes\/[^/]+\/[^/]+\.\d+\.(?:json|stderr\.txt)|(?:nodes\/[^/]+\/)?\.[^/]+\.tmp)$/;function stateOf(flaws,events,ended,recovered){return flaws.length>0?"altered":ended?events.some(({type})=>type==="collect-requested")?"collected":"finished":recovered?"recovered":"unfinished"}function recoveryFlaws(chain,path,report){let recovery=recoverReport(chain,path),given=recovery.kind==="recovered"?{...recovery.report,record:""}:void 0;return isDeepStrictEqual2(given,{...report,record:""})?[]:[{path:REPORT_FILE,reason:"the chain does not name it, and it is not what the journal gives"}]}async function attestationFlaws(path,statement){let bytes=await bytesOf(path,ATTESTATION_FILE);if(statement===void 0||typeof bytes=="string")return;let given=jsonOf2(bytes);return given===void 0?[{path:ATTESTATION_FILE,reason:"it is not JSON in UTF-8"}]:statementDifferences(given,statement).map(reason=>({path:ATTESTATION_FILE,reason}))}var unreadable=reason=>({state:"altered",flaws:[{path:EVENTS_FILE,reason}],events:[],files:0,unnamed:[],torn:!1,attested:!1,journal:new Uint8Array});async function bytesOf(path,file){try{return await readFile3(join2(path,file))}catch(caught){return systemCode(caught)==="ENOENT"?"it is missing":fromUnknown(caught).message}}async function shapeOf(path,file,shape){let bytes=await bytesOf(path,file);if(typeof bytes=="string")return;let value=jsonOf2(bytes);if(value===void 0)return"it is not JSON in UTF-8";if(hasShape(shape,value))return value;let[issue]=issuesOf(shape,value);return`it is not a ${shape}: ${issue?.pointer||"/"}: ${issue?.message}`}function jsonOf2(bytes){try{return JSON.parse(new TextDecoder("utf-8",{fatal:!0}).decode(bytes))}catch{return}}var TRIES=50,FILE_BYTES=8*1024*1024,ENTRIES_AT_ONCE=1e3;async function addToBranch(init){let{branch,judge:judge2}=init,git=gitAt(init);try{await refuseBranch(git,branch);for(let tries=1;;tries+=1){let tip=await tipOf(git,branch),verdict=judge2(tip===void 0?new Map:await filesAt(git,tip,init.folder));if(verdict==="same")return{kind:"same"};if(verdict!=="write")return verdict;let commit=await commitOn(git,tip,init),moved=await git.tryRun(["update-ref",ref(branch),commit,tip??"0".repeat(commit.length)]);if(moved===void 0)return{kind:"committed",commit};if(tries===TRIES)return failed(`${branch} cannot be moved: ${moved}`)}}catch(caught){return failed(caught instanceof Error?caught.message:String(caught))}}async function readBranch(init,folder){let git=gitAt(init);try{let tip=await tipOf(git,init.branch);return tip===void 0?void 0:await filesAt(git,tip,folder)}catch(caught){return caught instanceof Error?caught.message:String(caught)}}async function gitHubRunsOn(init){let git=gitAt(init);try{let tip=await tipOf(git,init.branch);if(tip===void 0)return new Set;let names=(await git.run(["ls-tree","-r","--name-only",tip])).toString("utf8"),noted=[...names.matchAll(/^runs\/github\/([0-9]{1,20})\//gm)],entries=names.match(/^runs\/[^/\n]+\/[^/\n]+\/attestation\.json$/gm)??[],lines="";for(let at=0;at<entries.length;at+=ENTRIES_AT_ONCE){let some=entries.slice(at,at+ENTRIES_AT_ONCE),wanted=["-e",'^ *"run_id": "[0-9]*",*$',tip,"--",...some];await git.tryRun(["grep","-q",...wanted])===void 0&&(lines+=(await git.run(["grep","-h",...wanted])).toString("utf8"))}let exported=[...lines.matchAll(/"run_id": "([0-9]{1,20})"/g)];return new Set([...noted,...exported].map(([,id=""])=>id))}catch(caught){return caught instanceof Error?caught.message:String(caught)}}var failed=reason=>({kind:"failed",reason}),ref=branch=>`refs/heads/${branch}`;function gitAt(init){let{by}=init,env={};for(let who of by===void 0?[]:["AUTHOR","COMMITTER"])env[`GIT_${who}_NAME`]=by?.name??"",env[`GIT_${who}_EMAIL`]=by?.email??"",env[`GIT_${who}_DATE`]=by?.at??"";let ask2=(args,stdin="")=>runGit({cwd:init.root,args,stdin,env,stdoutBytes:FILE_BYTES});return{run:async(args,stdin)=>{let result=await ask2(args,stdin);if(result.kind==="failed")throw new Error(`git ${args[0]}: ${result.reason}`);return result.stdout},tryRun:async args=>{let result=await ask2(args);return result.kind==="failed"?result.reason:void 0}}}async function refuseBranch(git,branch){if(await git.tryRun(["check-ref-format",ref(branch)])!==void 0||branch.startsWith("-"))throw new Error(`${JSON.stringify(branch)} is no name of a branch`);if((await git.run(["worktree","list","--porcelain"])).toString("utf8").split(`
`).includes(`branch ${ref(branch)}`))throw new Error(`${branch} is checked out in a work tree; switch that to another branch`)}async function tipOf(git,branch){let found=(await git.run(["for-each-ref","--format=%(objectname)",ref(branch)])).toString();return found.trim()===""?void 0:(found.split(`
`)[0]??"").trim()}async function entriesOf(git,tree){return tree===void 0?[]:(await git.run(["ls-tree","-z",tree])).toString("utf8").split("\0").flatMap(line=>{let match=/^(\d{6}) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line);if(!match)return[];let[,mode="",type="",id="",name=""]=match;return[{mode,type,id,name}]})}async function filesAt(git,commit,folder){let tree=`${commit}^{tree}`;for(let part of folder.split("/"))if(tree=(await entriesOf(git,tree)).find(({name,type})=>name===part&&type==="tree")?.id,tree===void 0)return new Map;let files=new Map;for(let{name,type,id}of await entriesOf(git,tree))type==="blob"&&files.set(name,await git.run(["cat-file","blob",id]));return files}var ROOT_NAMES=["README.md","runs"];async function commitOn(git,tip,init){let root=tip===void 0?void 0:`${tip}^{tree}`,strange=(await entriesOf(git,root)).find(({name})=>!ROOT_NAMES.includes(name));if(strange!==void 0)throw new Error(`${init.branch} has ${strange.name} at its root: it is a branch for something else`);let leaf=[];for(let[name,bytes]of Object.entries(init.files))leaf.push(blobEntry(name,await writeBlob(git,bytes)));let tree=await graft(git,root,init.folder.split("/"),await makeTree(git,leaf));if(tip===void 0){let readme2=blobEntry("README.md",await writeBlob(git,Buffer.from(init.readme)));tree=await makeTree(git,[...await entriesOf(git,tree),readme2])}let parents=tip===void 0?[]:["-p",tip];return(await git.run(["commit-tree",tree,...parents],init.message)).toString("latin1").trim()}async function graft(git,tree,[first="",...rest],leaf){let entries=await entriesOf(git,tree),old=entries.find(({name,type})=>name===first&&type==="tree")?.id,id=rest.length===0?leaf:await graft(git,old,rest,leaf),others=entries.filter(({name})=>name!==first);return makeTree(git,[...others,{mode:"040000",type:"tree",id,name:first}])}async function makeTree(git,entries){let text=entries.map(({mode,type,id,name})=>`${mode} ${type} ${id}	${name}\0`).join("");return(await git.run(["mktree","-z"],text)).toString("latin1").trim()}async function writeBlob(git,bytes){return(await git.run(["hash-object","-w","--stdin"],bytes)).toString("latin1").trim()}var blobEntry=(name,id)=>({mode:"100644",type:"blob",id,name});var REPORT_BYTES=1024*1024,README="# Audit branch\n\nOne folder for each run of RUNE, `runs/<first two digits>/<run id>`: `attestation.json` says who ran what, with what result,\nand where its record's chain of events ends; `report.json` is the run's report. `rune audit verify RECORD --against-branch`\ncompares a record with its entry. This branch only grows: do not merge, rebase or rewrite it.\n";async function exportRecord(path,init){let refused4=problem2=>({kind:"refused",problem:problemOf(problem2)}),audit=await auditRecord(path),{statement}=audit;if(statement===void 0)return refused4(fault("record-invalid",`${path}: ${unfit(audit)}`));let{run_id:runId}=statement.predicate,folder=entryFolder(runId),report=await readFile4(join3(path,REPORT_FILE)),answer=await addToBranch({root:init.root,branch:init.branch,folder,files:{[ATTESTATION_FILE]:Buffer.from(`${JSON.stringify(statement,null,2)}
`),...report.length>REPORT_BYTES?{}:{[REPORT_FILE]:report}},message:messageOf(statement),by:{name:"rune audit",email:"rune-audit@localhost",at:init.host.now()},readme:README,judge:present=>{let entry=compareEntry(present,audit,statement);if(entry.kind==="same")return"same";if(entry.kind!=="other")return"write";let[first]=entry.differences;return{kind:"conflict",reason:`the run ${runId} is on ${init.branch} with other content: ${first}`}}});switch(answer.kind){case"committed":return{kind:"exported",runId,path:folder,commit:answer.commit};case"same":return{kind:"unchanged",runId,path:folder};case"conflict":return refused4(fault("audit-conflict",`${path}: ${answer.reason}`));case"failed":return refused4(fault("audit-export",`${path}: ${answer.reason}`))}}function unfit({state,flaws}){let[flaw]=flaws;if(flaw===void 0)return`it is ${state}: it has no report; \`rune collect\` closes it, then it can be exported`;let line=flaw.line===void 0?"":`:${flaw.line}`;return`it was altered: ${flaw.path}${line}: ${flaw.reason}`}function messageOf({predicate}){let{run_id,runbook,action,status:status2,actor,ticket,plan_hash,record}=predicate,subject=`${runbook?.name??action??"no runbook"}: ${status2}, run ${run_id.slice(0,8)}`,lines=[["Run",run_id],["Actor",actor],["Ticket",ticket],["Plan",plan_hash],["Record-head",record.head]].flatMap(([name,value])=>value===void 0?[]:[`${name}: ${oneLine(value)}`]);return`${oneLine(subject)}

${lines.join(`
`)}
`}var oneLine=text=>text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu," ");import{readFile as readFile5}from"node:fs/promises";async function auditMissing(init){let listed2;try{listed2=readRuns(JSON.parse(await readFile5(init.runs,"utf8")))}catch(caught){return`${init.runs}: ${fromUnknown(caught).message}`}let known=await gitHubRunsOn(init);if(typeof known=="string")return known;let over=listed2.filter(({status:status2})=>status2==="completed"),unrecorded=over.filter(({databaseId})=>!known.has(String(databaseId))),ids=new Set(listed2.map(({databaseId})=>databaseId)),oldest=Math.min(...ids),deleted=[...known].filter(id=>Number(id)>=oldest&&!ids.has(Number(id))).sort();if(init.write)for(let run of unrecorded){let why=await keep(run,init);if(why!==void 0)return why}return{unrecorded,deleted,recorded:over.length-unrecorded.length}}async function keep(run,init){let{databaseId,status:status2,conclusion,createdAt,url}=run,text=JSON.stringify({databaseId,status:status2,conclusion,createdAt,url},null,2),answer=await addToBranch({root:init.root,branch:init.branch,folder:`runs/github/${databaseId}`,files:{"no-record.json":Buffer.from(`${text}
`)},message:`no record: workflow run ${databaseId}, ${conclusion||status2}
`,by:{name:"rune audit",email:"rune-audit@localhost",at:init.host.now()},readme:`# Audit branch
`,judge:present=>present.size===0?"write":"same"});return answer.kind==="conflict"||answer.kind==="failed"?answer.reason:void 0}function readRuns(value){if(!Array.isArray(value))throw new Error("expected the list that gh run list --json prints");return value.map((one,index)=>{let run=typeof one=="object"&&one!==null?one:{},field=name=>Object.getOwnPropertyDescriptor(run,name)?.value,text=name=>{let found=field(name);if(typeof found!="string"||found.length>500)throw new Error(`entry ${index+1} has no text ${name}`);return found},databaseId=field("databaseId");if(typeof databaseId!="number"||!Number.isSafeInteger(databaseId)||databaseId<1)throw new Error(`entry ${index+1} has no number databaseId`);return{databaseId,status:text("status"),conclusion:text("conclusion"),createdAt:text("createdAt"),url:text("url")}})}var STATES={finished:"intact and finished",collected:"intact, and collected after the run",recovered:"intact as far as it goes: the run was killed, and its report is what the journal gives",unfinished:"intact as far as it goes: the run has no end here",altered:"ALTERED"};function verdictText(verdict){let{state,run_id,correlation_id,status:status2,events,files,head,findings}=verdict,{compared:compared2,unnamed,good}=verdict,lines=[state!=="altered"&&findings.length>0?`${STATES[state]}, BUT NOT THE SAME`:STATES[state],...findings.map(findingLine),...run_id===void 0?[]:[`run ${run_id}, correlation id ${terminal(correlation_id??"?")}${status2===void 0?"":`, ${status2}`}`],`${events} events, ${files} files${head===void 0?"":`, head ${head}`}`,...unnamed.length===0?[]:[`not vouched for by any line: ${list(unnamed)}`],`compared: ${compared2.join(", ")||"nothing"}`];return!compared2.includes("head")&&state!=="altered"&&lines.push(good?"whoever made all of it anew would not show here: compare the head with the one in the log (--head)":"its last lines may be missing: compare the head with the one in the log (--head), or close it with rune collect"),lines.map(line=>`${line}
`).join("")}function list(names){let more=names.length-20;return names.slice(0,20).map(terminal).join(", ")+(more>0?` and ${more} more`:"")}function findingLine({file,line,offset,message}){let place=line===void 0?"":`:${line}`,byte=offset===void 0?"":` (from byte ${offset})`;return`${terminal(file)}${place}${byte}: ${terminal(message)}`}function exportedText(exported){let{kind,path}=exported;return kind==="exported"?`${path}: exported as ${exported.commit}`:`${path}: there already, the same`}function missingText({unrecorded,deleted,recorded}){return`${[...unrecorded.map(({url,createdAt,conclusion})=>`no record: ${terminal(url)} of ${terminal(createdAt)}, ${terminal(conclusion||"no conclusion")}`),...deleted.map(id=>`deleted: workflow run ${terminal(id)} is on the branch, and GitHub lists it no more`),`${recorded} with an entry, ${unrecorded.length} without a record, ${deleted.length} deleted`].join(`
`)}
`}import{readFile as readFile6}from"node:fs/promises";var PAYLOAD_TYPE="application/vnd.in-toto+json";async function readStatements(file){let text=await readFile6(file,"utf8").catch(caught=>fromUnknown(caught));if(typeof text!="string")return systemCode(text)==="ENOENT"?"there is no such file":text.message;let whole=jsonOf3(text),values=whole===void 0?text.split(`
`).flatMap(line=>jsonOf3(line)??[]):[whole];return values.length===0?"it is not JSON, nor one JSON value a line":values.map(unwrapped)}function unwrapped(value){return isObject(value)?"dsseEnvelope"in value?unwrapped(value.dsseEnvelope):value.payloadType!==PAYLOAD_TYPE||typeof value.payload!="string"?value:jsonOf3(Buffer.from(value.payload,"base64").toString("utf8")):value}function jsonOf3(text){try{return JSON.parse(text)}catch{return}}function isObject(value){return typeof value=="object"&&value!==null}async function verifyRecord(path,init){let audit=await auditRecord(path,init.head),{events,flaws,state}=audit,findings=flaws.map(({path:file,line,offset,reason:message})=>({file,...line===void 0?{}:{line},...offset===void 0?{}:{offset},message})),whole=state!=="altered";whole&&init.repository!==void 0&&findings.push(...await repositoryFindings(init.repository,events)),whole&&init.statement!==void 0&&findings.push(...await statementFindings(init.statement,audit.statement)),whole&&init.against!==void 0&&findings.push(...await branchFindings(init.against,audit));let[first]=events,told=whole?audit.report:void 0,{run_id,correlation_id,status:status2,plan_hash}={...first?.data,...told},closed=events.at(-1)?.type==="run-ended"||init.head!==void 0;return{schema_version:"1.0",good:whole&&findings.length===0&&closed,state,...typeof run_id=="string"?{run_id}:first===void 0?{}:{run_id:first.run_id},...typeof correlation_id=="string"?{correlation_id}:{},...status2===void 0?{}:{status:status2},...plan_hash===void 0?{}:{plan_hash},...audit.head===void 0?{}:{head:audit.head},events:events.length,files:audit.files,compared:compared(audit,init,whole),unnamed:[...audit.unnamed],findings:findings.map(one=>({...one,message:one.message.slice(0,4e3)}))}}function compared(audit,init,whole){let{report,attested,journal}=audit;return journal.length===0?[]:["chain","files",...whole&&report!==void 0?["report"]:[],...attested?["attestation"]:[],...init.head===void 0?[]:["head"],...whole&&init.repository!==void 0?["repository"]:[],...whole&&init.statement!==void 0?["statement"]:[],...whole&&init.against!==void 0?["branch"]:[]]}async function repositoryFindings(root,events){let inJournal=message=>[{file:EVENTS_FILE,message}],sources=events.find(({type})=>type==="plan")?.data?.sources;if(sources===void 0)return inJournal("no event names the files that the plan was made of: nothing can be compared");let{commit,reason}=contentIn(events);if(commit===void 0)return inJournal(`the run used no commit (${reason??"not versioned"}): nothing can be compared`);let at=await openContentAt(root,commit);if(at.kind==="unavailable")return inJournal(`${at.reason}. ${at.advice}`);let findings=[];for(let{path:file,sha256:used}of sources){let bytes=await at.content.read(file),found=bytes===void 0?"no such file":sha256(bytes);found!==used&&findings.push({file,message:`the commit ${commit} has ${bytes===void 0?found:`the sha256 ${found}`}, the run used ${used}`})}return findings}function contentIn(events){let content=events[0]?.data?.content;return typeof content!="object"||content===null?{}:{..."commit"in content&&typeof content.commit=="string"?{commit:content.commit}:{},..."reason"in content&&typeof content.reason=="string"?{reason:content.reason}:{}}}async function statementFindings(file,own){let finding2=message=>[{file,message}];if(own===void 0)return finding2("the record has no report, so no statement is about it");let given=await readStatements(file);if(typeof given=="string")return finding2(given);let judged=given.map(one=>({one,differences:statementDifferences(one,own)}));return judged.some(({differences:differences2})=>differences2.length===0)?[]:((judged.find(({one})=>predicateTypeOf(one)===PREDICATE_TYPE)??judged[0])?.differences??[]).flatMap(finding2)}function predicateTypeOf(value){return typeof value=="object"&&value!==null&&"predicateType"in value?value.predicateType:void 0}async function branchFindings({root,branch},audit){let{statement}=audit,finding2=message=>[{file:branch,message}];if(statement===void 0)return finding2("the record has no report, so it has no entry");let{run_id:runId}=statement.predicate,present=await readBranch({root,branch},entryFolder(runId));if(typeof present=="string")return finding2(`it cannot be read: ${present}`);if(present===void 0)return finding2("there is no such branch");let entry=compareEntry(present,audit,statement);return entry.kind==="same"?[]:entry.kind==="none"?finding2(`it has no entry of the run ${runId}`):entry.kind==="earlier"?finding2(`its entry is of the first ${entry.events} events; the record was gone on with since, and exported no more`):entry.differences.flatMap(one=>finding2(`${entryFolder(runId)}: ${one}`))}var PROBLEMS=1;function auditCommands({host},at,{printJson,usage}){return{auditVerify:async(record,{json:json2,head,repo,statement,againstBranch})=>{if(head!==void 0&&!/^[0-9a-f]{64}$/.test(head))return usage(`--head ${head}: expected the 64 hexadecimal digits of a record head`);let root=resolve(at.cwd,repo??"."),branch=againstBranch===!0?AUDIT_BRANCH:againstBranch,verdict=await verifyRecord(resolve(at.cwd,record),{...head===void 0?{}:{head},...repo===void 0?{}:{repository:root},...statement===void 0?{}:{statement:resolve(at.cwd,statement)},...branch===void 0?{}:{against:{root,branch}}});return json2?printJson(verdict):at.out(verdictText(verdict)),verdict.good?0:PROBLEMS},auditMissing:async(runs,{json:json2,branch=AUDIT_BRANCH,repo,write=!1})=>{let root=resolve(at.cwd,repo??"."),found=await auditMissing({runs:resolve(at.cwd,runs),root,branch,write,host});return typeof found=="string"?usage(found):(json2?printJson(found):at.out(missingText(found)),found.unrecorded.length+found.deleted.length===0?0:PROBLEMS)},auditExport:async(records,{json:json2,branch=AUDIT_BRANCH,repo})=>{let root=resolve(at.cwd,repo??"."),status2=0,entries=[];for(let record of records){let exported=await exportRecord(resolve(at.cwd,record),{root,branch,host});entries.push({record,...exported}),exported.kind==="refused"?(status2=PROBLEMS,at.err(problemsText([exported.problem]))):json2||at.out(`${exportedText(exported)}
`)}return json2&&printJson({branch,entries}),status2}}}import{resolve as resolve2}from"node:path";import{access}from"node:fs/promises";import{join as join4}from"node:path";async function recordToCollect(rune,lost,{out,actor}){if("record"in lost&&!await access(join4(lost.record,INTENT_FILE)).then(()=>!0,()=>!1))return{path:lost.record};let run="record"in lost?await readIntent(lost.record):await readLost(rune,lost,actor);if(typeof run=="string")return{problem:problemOf(fault("record-invalid",run))};let problem2=await recordLostRun(rune,run,out);return problem2===void 0?{path:out}:{problem:problem2}}async function readIntent(folder){let read=await rereadRecord(folder,INTENT_FILE);if(read.kind==="unusable")return`${folder} cannot be collected: ${read.reason}`;let[first]=read.events;if(first===void 0)return`${INTENT_FILE} is empty`;let{plan,planHash,launchSeed}=read,facts=first.data;return{plan,planHash,facts,runId:first.run_id,launchSeed}}async function readLost(rune,{correlationId,planFile},actor){let plan=await readPlan(planFile);if(typeof plan=="string")return plan;let{runbook,content,dry_run}=plan;return{plan,planHash:canonicalSha256(plan),runId:rune.host.uuid(),launchSeed:"",facts:{correlation_id:correlationId,dry_run,trigger:"cli",actor,...runbook===void 0?{}:{runbook},content,tool:TOOL}}}async function recordLostRun(rune,{plan,planHash,facts,runId,launchSeed},out){try{let record=await createRecord(out,{runId,now:()=>rune.host.now()});await record.journal.append(runStarted(facts));let file=await record.writePlan(plan),nodes=plan.nodes.map(({name})=>name),steps=plannedSteps(plan);await record.journal.append(planned({plan_hash:planHash,launch_seed:launchSeed,nodes,steps,partial:!0},[file])),await record.close();return}catch(caught){return problemOf(fault("audit-write",fromUnknown(caught).message))}}async function readLogin({sshKey,sshAgent,sshPassphraseFile},{cwd,login}){let identity=sshKey===void 0?void 0:await readIdentity(sshKey,cwd);if(identity!==void 0&&"kind"in identity)return`--ssh-key: ${identity.message}`;let passphrase=sshPassphraseFile===void 0?login.passphrase:await readPassphrase(sshPassphraseFile,cwd);if(typeof passphrase=="object")return`--ssh-passphrase-file: ${passphrase.message}`;let{agentSocket,ticketCache}=login;return sshAgent&&agentSocket===void 0?"--ssh-agent: SSH_AUTH_SOCK is not set, so no agent is running here":{...identity===void 0?{}:{key:identity.privateKey},...identity?.certificate===void 0?{}:{certificate:identity.certificate},...passphrase===void 0?{}:{passphrase},...agentSocket===void 0?{}:{agentSocket},...ticketCache===void 0?{}:{ticketCache},...sshAgent?{useAgent:!0}:{}}}var INVALID=1,REFUSED=3;function collectCommands(rune,at,shared){let lostOf=(record,{key,plan})=>record!==void 0?key===void 0&&plan===void 0?{record:resolve2(at.cwd,record)}:"rune collect takes a record, or --key and --plan":key===void 0||plan===void 0?"rune collect needs a record folder, or --key with the correlation id and --plan with plan.json":{correlationId:key,planFile:resolve2(at.cwd,plan)};return{collect:async(given,options)=>{let login=await readLogin(options,at);if(typeof login=="string")return shared.usage(login);let lost=lostOf(given,options);if(typeof lost=="string")return shared.usage(lost);let root=shared.rootOf(options),out=shared.recordFolder(root,"collect",options.out),found=await recordToCollect(rune,lost,{out,actor:at.user});if("problem"in found)return at.err(problemsText([found.problem])),INVALID;let answer=await collectRecord(rune,{root,record:found.path,what:options.stop?"stop":"result",actor:at.user,...login,secrets:await readSecrets(at.secrets,at.cwd),...options.wait===void 0?{}:{wait:options.wait},signal:at.signal,told:text=>at.err(`${text}
`)});if(answer.kind==="refused")return at.err(problemsText(answer.problems)),REFUSED;if(answer.kind==="unusable")return at.err(problemsText([answer.problem])),INVALID;let{report,asked,recordHead}=answer;return asked===0&&at.err(`nothing was left open; no node was asked
`),options.json?shared.printJson(report):at.out(reportText(report,{colour:at.colour})),at.err(`record head ${recordHead}
`),report.exit_status}}}import{join as join6,resolve as resolve3}from"node:path";import{lstat,open as open2,rename}from"node:fs/promises";import{basename as basename2}from"node:path";var import_yaml2=__toESM(require_dist(),1);function writeYaml(value){return(0,import_yaml2.stringify)(value,{aliasDuplicateObjects:!1,version:"1.2",schema:"core",lineWidth:0})}var HOP=/^(?:ssh:\/\/)?(?:([^@\s]+)@)?(?:\[([0-9A-Fa-f:.]+)\]|([^\s@:/[\]]+))(?::([0-9]{1,5}))?\/?$/;function readJumps(text){if(text.toLowerCase()==="none")return[];let parts=text.split(",");if(parts.length>8)return;let hops=[];for(let part of parts){let[,user,bracketed,plain,digits]=HOP.exec(part.trim())??[],host=bracketed??plain,port=digits===void 0?void 0:readPort(digits);if(host===void 0||digits!==void 0&&port===void 0)return;hops.push({host,...user===void 0?{}:{user},...port===void 0?{}:{port}})}return hops}function readPort(value){let text=typeof value=="number"?String(value):value;if(typeof text!="string"||!/^[0-9]{1,5}$/.test(text))return;let port=Number(text);return port>=1&&port<=65535?port:void 0}function splitWords(line,comments=!1){let words=[],at=0;for(;at<line.length;){let from=line.slice(at).search(/[^ \t]/);if(from===-1||(at+=from,comments&&line[at]==="#"))break;let word=readWord(line,at);if(word===void 0)return;words.push(word.text),at=word.end}return words}function readWord(line,start){let text="",quote="",at=start;for(;at<line.length;at++){let one=line[at]??"",next=line[at+1]??"";if(one==="\\"&&isEscaped(next,quote))text+=next,at+=1;else{if(quote===""&&(one===" "||one==="	"))break;quote===""&&(one==='"'||one==="'")?quote=one:one===quote?quote="":text+=one}}return quote===""?{text,end:at}:void 0}function isEscaped(next,quote){return next==='"'||next==="'"||next==="\\"||quote===""&&next===" "}var NAMES={address:["ansible_ssh_host","ansible_host"],port:["ansible_ssh_port","ansible_port"],user:["ansible_ssh_user","ansible_user"],key:["ansible_ssh_private_key_file","ansible_private_key_file"],connection:["ansible_connection"],instance:["ansible_aws_ssm_instance_id"],region:["ansible_aws_ssm_region"]},ARGUMENTS=["ansible_ssh_common_args","ansible_ssh_extra_args"],SSH=["ssh","smart","paramiko","ansible.builtin.ssh","ansible.builtin.paramiko_ssh"],LOCAL=["local","ansible.builtin.local"],SSM=["aws_ssm","community.aws.aws_ssm"];function readConnection(host,vars,notes){let known=new Set([...Object.values(NAMES).flat(),...ARGUMENTS]),rest=Object.fromEntries(Object.entries(vars).filter(([name])=>!known.has(name))),find=names=>{let name=names.find(one=>Object.hasOwn(vars,one));return name===void 0?void 0:[name,vars[name]]},textOf=what=>{let[name,value]=find(NAMES[what])??[];if(name!==void 0)return typeof value=="string"&&value!==""&&!value.includes("{{")?value:{why:`left out: ${name} is ${typeof value=="string"?"a template":show(value)}`}},values={address:textOf("address"),user:textOf("user"),connection:textOf("connection")};for(let value of Object.values(values))if(typeof value=="object"){notes.add(value.why,host);return}let text=value=>typeof value=="string"?value:void 0,connection=text(values.connection)??"ssh";if(LOCAL.includes(connection))return{transport:"local",rest};if(SSM.includes(connection))return readSsm(host,textOf("instance"),textOf("region"),rest,notes);if(!SSH.includes(connection)){notes.add(`left out: it is reached by ${show(connection)}, and RUNE uses ssh, ssm or local`,host);return}let[portName,portValue]=find(NAMES.port)??[],port=readPort(portValue);if(portName!==void 0&&port===void 0){notes.add(`left out: ${portName} is ${show(portValue)}, and no port`,host);return}let key=textOf("key");typeof key=="object"&&notes.add(key.why.replace("left out: ","the key is left out: "),host);let address2=text(values.address),user=text(values.user),identityFile=text(key),jumps=ARGUMENTS.flatMap(name=>jumpsIn(vars[name],name,host,notes));return{...address2===void 0?{}:{address:address2},...user===void 0?{}:{user},...port===void 0?{}:{port},...identityFile===void 0?{}:{identityFile},...jumps.length===0?{}:{jumps},rest}}function readSsm(host,id,region,rest,notes){if(typeof id!="string"){notes.add("left out: it is reached by aws_ssm, and has no ansible_aws_ssm_instance_id",host);return}return{transport:"ssm",instanceId:id,...typeof region=="string"?{region}:{},rest}}function jumpsIn(value,name,host,notes){if(value===void 0||value===""||value===null)return[];let words=typeof value=="string"?splitWords(value):void 0;if(words===void 0)return notes.add(`${name} cannot be read and is not taken over`,host),[];let found=[];for(let at=0;at<words.length;at++){let word=words[at]??"",argument=word==="-o"||word==="-J"?words[++at]??"":word.slice(2),option=word.startsWith("-J")?`ProxyJump=${argument}`:argument,[,jump]=/^-[oJ]/.test(word)?/^ProxyJump(?:\s*=\s*|\s+)(\S+)$/i.exec(option)??[]:[],hops=jump===void 0?void 0:readJumps(jump);hops===void 0?notes.add(`${name}: ${argumentName(word,argument)} is not taken over`,host):found.length===0&&(found=hops)}return found}function argumentName(word,argument){return/^-[oJ]/.test(word)?word.startsWith("-J")?"-J":`-o ${show(argument.split(/[=\s]/)[0]??"")}`:show(word.slice(0,2))}var NAME=/^[A-Za-z_][A-Za-z0-9_]{0,63}$/,FORBIDDEN=new Set(["__proto__","constructor","prototype"]),SECRET_NAME=/pass|pwd|secret|token|credential|private_?key|api_?key|access_?key|encryption_?key|vault|bearer|auth_?key/i,SECRET_VALUE=/-----BEGIN|\$ANSIBLE_VAULT|:\/\/[^/@\s]*:[^/@\s]+@|^\$[0-9a-z]{1,8}\$|^gh[a-z]_|^AKIA/,LENGTH_AT_MOST=1024,VARS_AT_MOST=64;function readVars(host,rest,notes){let vars={};for(let[name,value]of Object.entries(rest).sort(([a],[b])=>a<b?-1:1)){let why=whyNot(name,value);why!==void 0?notes.add(`variable ${show(name)} is not taken over: ${why}`,host):Object.keys(vars).length>=VARS_AT_MOST?notes.add(`variable ${show(name)} is not taken over: a node has at most ${VARS_AT_MOST}`,host):(typeof value=="string"||typeof value=="number"||typeof value=="boolean")&&(vars[name]=value)}return Object.keys(vars).length===0?{}:{vars}}function whyNot(name,value){if(SECRET_NAME.test(name))return"its name is that of a secret";if(typeof value=="string"&&SECRET_VALUE.test(value))return"it looks like a secret";if(name.startsWith("ansible_"))return"it is a setting of Ansible";if(!NAME.test(name)||FORBIDDEN.has(name))return"a name has letters, digits and underscores, up to 64";switch(typeof value){case"boolean":return;case"number":return Number.isInteger(value)&&!Number.isSafeInteger(value)?"the number is too large":void 0;case"string":return value.length>LENGTH_AT_MOST?`it has more than ${LENGTH_AT_MOST} characters`:value.includes("{{")||value.includes("{%")?"it is a template":unwantedIn(value)!==void 0?"it has characters that cannot be seen":void 0;default:return"only text, numbers, true and false are"}}var OWN_GROUPS=new Set(["all","ungrouped"]);function readAnsible(text,notes){let list2;try{list2=JSON.parse(text)}catch{return"this is not JSON; expected what ansible-inventory --list prints"}let meta=isObject2(list2)?memberOf(list2,"_meta"):void 0,hostvars=isObject2(meta)?memberOf(meta,"hostvars"):void 0;if(!isObject2(list2)||!isObject2(hostvars))return"this has no _meta.hostvars; expected what ansible-inventory --list prints";let groups=new Map,names=new Set(Object.keys(hostvars));for(let[name,group]of Object.entries(list2)){if(name==="_meta")continue;if(!isObject2(group)){notes.add(`group ${show(name)} is ${show(group)} and no group: left out`);continue}let hosts2=textsOf(memberOf(group,"hosts"),`hosts of group ${show(name)}`,notes);for(let host of hosts2)names.add(host);memberOf(group,"vars")!==void 0&&notes.add("variables of groups are not taken over: make the list without --export, which gives every host those of its groups",name);let children=textsOf(memberOf(group,"children"),`children of group ${show(name)}`,notes);OWN_GROUPS.has(name)||groups.set(name,{hosts:hosts2,children})}return{hosts:[...names].sort().flatMap(name=>{let vars=memberOf(hostvars,name)??{};return isObject2(vars)?readHost(name,vars,notes):(notes.add("left out: its variables are no object",name),[])}),groups}}function readHost(name,vars,notes){let connection=readConnection(name,vars,notes);return connection===void 0?[]:[{name,...withoutRest(connection),...readVars(name,connection.rest,notes)}]}function withoutRest({rest:_,...connection}){return connection}function textsOf(value,what,notes){if(value===void 0)return[];if(!Array.isArray(value))return notes.add(`${what} are no list: left out`),[];let texts=value.filter(one=>typeof one=="string");return texts.length<value.length&&notes.add(`${what} are not all names: the others are left out`),texts}function isObject2(value){return typeof value=="object"&&value!==null&&!Array.isArray(value)}function memberOf(object,name){return Object.hasOwn(object,name)?object[name]:void 0}var ADDRESS=/^([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$/,USER=/^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/;function readSettings(host,{id,home,notes}){let{name}=host,given=host.address??name,address2=given.replace(/^\[(.*)\]$/,"$1").replace(/\.$/,""),wrong=ADDRESS.test(address2)?addressProblem(address2):"it is no host name or IP address";if(wrong!==void 0){notes.add(`left out: its address is ${JSON.stringify(given.slice(0,80))}, ${wrong}`,name);return}if(host.user!==void 0&&!USER.test(host.user)){notes.add(`left out: its user is ${JSON.stringify(host.user.slice(0,80))}, which RUNE does not use`,name);return}let key=keyPath(host.identityFile,home);return typeof key=="object"&&notes.add(key.why,name),{...address2===id?{}:{address:address2},port:host.port??22,...host.user===void 0?{}:{user:host.user},...typeof key=="string"?{identityFile:key}:{}}}function keyPath(path,home){if(path===void 0)return;let full=path.replace(/^~(?=\/)/,home).replace(/^(?:%d|\$\{HOME\})(?=\/)/,home);return full.length<=500&&!/^[-~]|[\x00-\x1f\x7f\\%]|\$\{/.test(full)&&!full.split("/").includes("..")&&full!==""?full:{why:`the key ${JSON.stringify(path.slice(0,120))} is not taken over: expected a path without .., % and variables`}}var INSTANCE=/^(i-([0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$/,REGION=/^[a-z]{2}(-[a-z]+)+-[0-9]$/;function draftNode(host,id,{home,notes}){let{transport,instanceId,region,vars}=host,base={id,host,...vars===void 0?{}:{vars}};if(transport==="local")return{...base,transport};if(transport==="ssm"){if(instanceId===void 0||!INSTANCE.test(instanceId)){notes.add("left out: its instance id is none of EC2 or SSM",host.name);return}let usable=region===void 0||REGION.test(region);return usable||notes.add("its region is not taken over: it is none of AWS",host.name),{...base,transport,instanceId,...usable&&region!==void 0?{region}:{}}}let ssh=readSettings(host,{id,home,notes});return ssh&&{...base,ssh}}function makeNotes(){let notes=new Map,more=0;return{add:(message,of,place)=>{let known=notes.get(message);if(!known&&notes.size>=500){more+=1;return}let note=known??{of:new Set,...place===void 0?{}:{place}};of!==void 0&&note.of.add(of),notes.set(message,note)},lines:()=>[...[...notes].map(([message,{place,of}])=>`${place===void 0?"":`${place}: `}${message}${of.size===0?"":` (${someOf([...of])})`}`),...more===0?[]:[`and ${more} more of this kind`]]}}function someOf(names){return`${names.slice(0,5).map(name=>shownName(name)).join(", ")}${names.length>5?` and ${names.length-5} more`:""}`}function shownName(name){return/^[\w.:@/%*?!~-]{1,80}$/.test(name)?name:JSON.stringify(name.slice(0,80))}var FORBIDDEN2=new Set(["constructor","prototype"]);function makeNames(notes){let taken=new Set,free=id=>id!==""&&!taken.has(id.toLowerCase());return{take:(name,what)=>{let id=idOf(name);if(!free(id)||FORBIDDEN2.has(id)){let why=free(id)||id===""?"it can have no such name here":`there is ${id} already`;notes.add(`${what} ${shownName(name)} is left out: ${why}`);return}return id!==name&&notes.add(`${what} ${shownName(name)} is called ${id} here`),taken.add(id.toLowerCase()),id},fresh:name=>{let id=idOf(name)||"node",found=id;for(let n=2;!free(found)||FORBIDDEN2.has(found);n++)found=`${id.slice(0,120)}-${n}`;return taken.add(found.toLowerCase()),found}}}function idOf(name){return name.replace(/[^A-Za-z0-9._-]+/g,"-").replace(/^[^A-Za-z0-9]+/,"").replace(/-+$/,"").slice(0,128)}var KEYS_AT_MOST=10;function pinKeys(drafts,known,notes){for(let draft of drafts){if(!draft.ssh)continue;let{address:address2=draft.id,port}=draft.ssh,{keys,revoked,authorities}=known.find(hostName(address2,port)),bad=new Set(revoked.map(({text})=>text)),good=sortKeys(keys).filter(({text})=>!bad.has(text));bad.size&&notes.add("a key of it is revoked, and is not pinned",draft.id);let[first,...others]=good.slice(0,KEYS_AT_MOST).map(({text})=>text);first!==void 0?draft.hostKeys=others.length?[first,...others]:first:authorities.length?notes.add("only an authority signs for its key: use transport openssh with a known-hosts file",draft.id):notes.add("known_hosts has no key of it: it is not connected to before one is pinned",draft.id)}}function joinWays(drafts,init){let known=new Map,own=new Set(drafts);for(let draft of drafts){let hops=draft.host.jumps??[];if(!draft.ssh||!hops.length||draft.jump)continue;let way=hops.map(hop=>nodeOf(hop,known,init)),missing=hops.find((_,index)=>way[index]?.ssh===void 0);if(missing){init.notes.add(`the way through ${shownName(missing.host)} is not taken over: it cannot be a node`,draft.id);continue}connect(draft,way.at(-1),init.notes);for(let[index,to]of way.slice(0,-1).entries()){let from=way[index+1];!from||!own.has(from)?connect(from,to,init.notes):to&&from.jump!==to&&!from.host.jumps?.length&&init.notes.add(`${from.id} is reached as its own entry says, not through ${to.id}`,draft.id)}}}function connect(from,to,notes){if(!(!from||!to)&&from.jump!==to){if(from.jump){notes.add(`it stays behind ${from.jump.id}: another host has it behind ${to.id}`,from.id);return}for(let at=to;at;at=at.jump)if(at===from){notes.add(`the jump to ${to.id} is not taken over: the way would go in a circle`,from.id);return}from.jump=to}}function nodeOf(hop,known,{settingsOf,find,add}){let key=`${hop.user??""}@${hop.host}:${hop.port??""}`;if(known.has(key))return known.get(key);let same=find(hop.host),fits2=same?.ssh!==void 0&&(hop.user===void 0||hop.user===same.ssh.user)&&(hop.port===void 0||hop.port===same.ssh.port),{host,...own}=hop,found=fits2?same:add({...same?.host??settingsOf?.(host),...own,name:same?`${key}`:host,...address(same,host,settingsOf)});return known.set(key,found),found}function address(same,host,settingsOf){return{address:same?.host.address??settingsOf?.(host).address??host}}var NODES_AT_MOST=1e4,GROUPS_AT_MOST=1e3,CHILDREN_AT_MOST=1e5;function assemble(imported,init){let{notes,user}=init,names=makeNames(notes),drafts=[],kept=new Map,machines=new Map,add=(host,id)=>{let draft=id===void 0?void 0:draftNode(host,id,init);if(!draft)return;let machine=machineOf(draft,user),twin=machines.get(machine);return twin?notes.add(`left out: the same machine and user as ${twin.id}`,host.name):(machines.set(machine,draft),drafts.push(draft)),kept.set(host.name,twin??draft),twin??draft};for(let host of imported.hosts)add(host,names.take(host.name,"host"));if(joinWays(drafts,{settingsOf:imported.settingsOf,find:host=>kept.get(host),add:host=>add(host,names.fresh(host.name)),notes}),drafts.length>NODES_AT_MOST)return refused(`there are ${drafts.length} hosts; expected at most ${NODES_AT_MOST}`);let nobody=drafts.filter(draft=>draft.ssh&&draft.ssh.user===void 0);if(nobody.length&&user===void 0)return refused(`nothing says who logs in to ${someOf(nobody.map(({id})=>id))}; name that with --user, because RUNE never guesses it`);init.knownHosts&&pinKeys(drafts,init.knownHosts,notes);let unusable=groupProblem(imported);if(unusable!==void 0)return refused(unusable);let groups=groupsOf(imported,kept,notes),nodes=Object.fromEntries([...drafts].sort((a,b)=>a.id<b.id?-1:1).map(draft=>[draft.id,nodeOf2(draft)]));return{kind:"inventory",inventory:{...nobody.length&&user!==void 0?{defaults:{ssh:{user}}}:{},...Object.keys(groups).length===0?{}:{groups},nodes}}}function groupProblem({groups}){if(groups.size>GROUPS_AT_MOST)return`there are ${groups.size} groups; expected at most ${GROUPS_AT_MOST}`;let children=new Map([...groups].map(([name,group])=>[name,group.children])),edges=[...children.values()].reduce((sum,{length})=>sum+length,0);if(edges>CHILDREN_AT_MOST)return`groups have ${edges} children; expected at most ${CHILDREN_AT_MOST}`;let[circle]=cyclesThrough(children).values();return circle&&`${someOf(circle)}: the groups go in a circle`}function refused(message){return{kind:"problems",problems:[problem({kind:"request-invalid",rule:"import",message})]}}function machineOf({id,transport,instanceId,ssh},user=""){return transport==="local"?"local":transport==="ssm"?`ssm ${instanceId}`:`${ssh?.user??user}@${sameAddress(ssh?.address??id)} ${ssh?.port??22}`}function nodeOf2({transport,instanceId,region,ssh,vars,jump,hostKeys}){let settings={...ssh?.user===void 0?{}:{user:ssh.user},...ssh===void 0||ssh.port===22?{}:{port:ssh.port},...ssh?.identityFile===void 0?{}:{"identity-file":ssh.identityFile},...jump===void 0?{}:{jump:jump.id},...hostKeys===void 0?{}:{"host-key":hostKeys}},ssm=instanceId===void 0?void 0:{"instance-id":instanceId};return{...transport===void 0?{}:{transport},...ssh?.address===void 0?{}:{address:ssh.address},...vars===void 0?{}:{vars:{...vars}},...Object.keys(settings).length===0?{}:{ssh:settings},...ssm===void 0?{}:{ssm:region===void 0?ssm:{...ssm,region}}}}function groupsOf({groups},kept,notes){let names=makeNames(notes),ids=new Map([...groups.keys()].sort().flatMap(name=>{let id=names.take(name,"group");return id===void 0?[]:[[name,id]]}));return Object.fromEntries([...ids].map(([name,id])=>{let nodes=(groups.get(name)?.hosts??[]).flatMap(host=>kept.get(host)?.id??[]),children=(groups.get(name)?.children??[]).flatMap(child=>ids.get(child)??[]);return[id,{...nodes.length===0?{}:{nodes:[...new Set(nodes)].sort()},...children.length===0?{}:{children:[...new Set(children)].sort()}}]}))}var LINE_AT_MOST=4096,LINES_AT_MOST=5e4,DEPTH_AT_MOST=8;async function readBlocks(file,reading){let reader=new Reader(reading);return await reader.read(file,[],0),reader.lines>LINES_AT_MOST?`there are more than ${LINES_AT_MOST} lines`:reader.blocks}var Reader=class{blocks=[];lines=0;#reading;constructor(reading){this.#reading=reading}async read({name,text},around,depth){let{notes}=this.#reading,conditions=around;this.#open(conditions);for(let[index,raw]of text.split(`
`).entries()){if(++this.lines>LINES_AT_MOST)return;let place=`${name}:${index+1}`,line=readLine(raw);if(line===void 0)continue;if(typeof line=="string"){notes.add(line,void 0,place);continue}let{key,args}=line;if(key==="host")conditions=[...around,args],this.#open(conditions);else if(key==="match")conditions=void 0,notes.add("Match and what stands below it are not taken over",void 0,place);else{if(conditions===void 0)continue;key==="include"?(await this.#include(args,{place,conditions,depth}),this.#open(conditions)):this.blocks.at(-1)?.settings.push({key,args,place})}}}#open(conditions){this.blocks.push({conditions,settings:[]})}async#include(patterns,at){let{include,notes}=this.#reading;for(let pattern of patterns){let files=at.depth>=DEPTH_AT_MOST?`more than ${DEPTH_AT_MOST} files in each other`:await include(pattern);if(typeof files=="string")notes.add(`Include ${JSON.stringify(pattern.slice(0,120))} is not read: ${files}`,void 0,at.place);else for(let file of files)await this.read(file,at.conditions,at.depth+1)}}};function readLine(raw){let line=raw.replace(/[\s\f]+$/,"").replace(/^[ \t\f]+/,"");if(line===""||line.startsWith("#"))return;if(line.length>LINE_AT_MOST)return`the line is left out: it has more than ${LINE_AT_MOST} characters`;let[whole,key=""]=/^"?([A-Za-z][A-Za-z0-9]*)"?(?:[ \t]*=[ \t]*|[ \t]+|$)/.exec(line)??[],args=whole===void 0?void 0:splitWords(line.slice(whole.length),!0);return args===void 0?"the line is left out: it cannot be read":args.length===0?"the line is left out: it has no value":{key:key.toLowerCase(),args}}var KNOWN=new Set(["hostname","port","user","identityfile","proxyjump","proxycommand"]),WORK_AT_MOST=2e7;async function readSshConfig(file,reading){let blocks=await readBlocks(file,reading);if(typeof blocks=="string")return blocks;let{notes}=reading,names=aliasesOf(blocks),patterns=blocks.reduce((sum,{conditions})=>sum+conditions.flat().length,0);if(names.length*patterns>WORK_AT_MOST)return`${names.length} hosts with ${patterns} patterns are too many to be tried against each other`;for(let{settings}of blocks)for(let{key,place}of settings)KNOWN.has(key)||notes.add(`${shownName(key)} is not taken over`,place);let settingsOf=host=>readHost2(host,blocks,reading);return{hosts:names.map(name=>({name,...settingsOf(name)})),groups:new Map,settingsOf}}function aliasesOf(blocks){let names=blocks.flatMap(({conditions})=>(conditions.at(-1)??[]).filter(name=>conditions.every(one=>fits(name,one))));return[...new Set(names.filter(name=>!/[*?!]/.test(name)))]}function readHost2(name,blocks,{notes}){let settings=blocks.filter(({conditions})=>conditions.every(patterns=>fits(name,patterns))).flatMap(block=>block.settings),first=(...keys2)=>settings.find(({key})=>keys2.includes(key)),address2=withName(first("hostname")?.args[0],name),user=first("user")?.args[0],port=first("port"),portNumber=readPort(port?.args[0]);port&&portNumber===void 0&&notes.add(`Port ${show(port.args[0])} is no port and is not taken over`,name,port.place);let usable=settings.flatMap(({key,args})=>key==="identityfile"?args[0]??[]:[]).filter(key=>key.toLowerCase()!=="none");usable.length>1&&notes.add("of several IdentityFile only the first is taken over",name);let[identityFile]=usable,jumps=jumpsOf(name,first("proxyjump","proxycommand"),notes);return{...address2===void 0?{}:{address:address2},...user===void 0?{}:{user},...portNumber===void 0?{}:{port:portNumber},...identityFile===void 0?{}:{identityFile},...jumps===void 0||jumps.length===0?{}:{jumps}}}function fits(name,patterns){return!patterns.some(one=>one.startsWith("!")&&matchesPattern(name,one.slice(1)))&&patterns.some(one=>!one.startsWith("!")&&matchesPattern(name,one))}function withName(address2,name){return address2?.replace(/%([h%])/g,(_,token)=>token==="h"?name:"%")}function jumpsOf(name,setting,notes){let value=setting?.args.join(" ");if(!setting||value===void 0||value.toLowerCase()==="none")return;if(setting.key==="proxycommand"){notes.add("ProxyCommand is not taken over: give the host a jump by hand",name,setting.place);return}let jumps=readJumps(value);return jumps===void 0&&notes.add(`ProxyJump ${show(value)} cannot be read and is not taken over`,name,setting.place),jumps}import{open,readdir,realpath}from"node:fs/promises";import{basename,dirname,isAbsolute as isAbsolute2,join as join5,relative,sep}from"node:path";async function readText(path,bytesAtMost){let bytes=Buffer.alloc(bytesAtMost+1),length=0;try{let file=await open(path,"r");try{for(;length<bytes.length;){let{bytesRead}=await file.read(bytes,length,bytes.length-length);if(bytesRead===0)break;length+=bytesRead}}finally{await file.close()}}catch(caught){return{kind:"unreadable",why:systemCode(caught)==="ENOENT"?"there is no such file":fromUnknown(caught).message}}if(length>bytesAtMost)return{kind:"unreadable",why:`it has more than ${bytesAtMost/1024} KiB`};try{return{kind:"text",text:new TextDecoder("utf-8",{fatal:!0}).decode(bytes.subarray(0,length)).replaceAll(`\r
`,`
`)}}catch{return{kind:"unreadable",why:"it is not UTF-8"}}}var FILES_AT_MOST=100,BYTES_AT_MOST=256*1024;function includesOf(file,home){let folder=dirname(file),files=0;return async pattern=>{if(/%|\$\{/.test(pattern))return"variables are not resolved";let path=pattern.replace(/^~(?=\/)/,home),full=isAbsolute2(path)?path:join5(folder,path),[parent,last]=[dirname(full),basename(full)];if(/[*?[]/.test(parent)||last.includes("["))return"only * and ? are read, and only in its last part";let real=await realpath(parent).catch(()=>{});if(real===void 0||!isInside(await realpath(folder),real))return"only what lies beside the file, or below it, is read";let names=/[*?]/.test(last)?await listed(real,last):[last],found=[];for(let name of names){if(++files>FILES_AT_MOST)return`there are more than ${FILES_AT_MOST} files`;let inside=await realpath(join5(real,name)).catch(()=>{});if(inside===void 0)continue;if(!isInside(await realpath(folder),inside))return`${name} leads to another folder`;let read=await readText(inside,BYTES_AT_MOST);if(read.kind==="unreadable")return`${name}: ${read.why}`;found.push({name:relative(folder,join5(parent,name)),text:read.text})}return found}}function isInside(folder,path){return path===folder||path.startsWith(`${folder}${sep}`)}async function listed(folder,pattern){return(await readdir(folder,{withFileTypes:!0}).catch(()=>[])).filter(entry=>entry.isFile()||entry.isSymbolicLink()).map(({name})=>name).filter(name=>!name.startsWith(".")||pattern.startsWith(".")).filter(name=>matchesPattern(name,pattern)).sort()}var SOURCES=["ansible","ssh-config"],BYTES_AT_MOST2={ansible:32*1024*1024,"ssh-config":1024*1024},KNOWN_HOSTS_BYTES=4*1024*1024,HASHES_AT_MOST=2e5;async function importInventory(init){let{source,file,user,home}=init,read=await readText(file,BYTES_AT_MOST2[source]);if(read.kind==="unreadable")return refused2(read.why,file);let notes=makeNotes(),hosts=await hostsOf(init,read.text,notes);if(typeof hosts=="string")return refused2(hosts,file);let known=init.knownHosts===void 0?void 0:await keysOf(init.knownHosts,hosts);if(known?.kind==="refused")return known;let assembled=assemble(hosts,{home,notes,...user===void 0?{}:{user},...known===void 0?{}:{knownHosts:known.keys}});if(assembled.kind==="problems")return{kind:"refused",problems:assembled.problems};let text=`${HEAD}${writeYaml(assembled.inventory)}`,nothing3={read:async()=>{}},check=await readInventory("inventory.yaml",new TextEncoder().encode(text),nothing3);return check.kind==="problems"?{kind:"refused",problems:check.problems}:{kind:"imported",inventory:assembled.inventory,text,notes:notes.lines()}}var HEAD=`# yaml-language-server: $schema=schemas/inventory.json
`;async function hostsOf({source,file,home},text,notes){return source==="ansible"?readAnsible(text,notes):readSshConfig({name:basename2(file),text},{include:includesOf(file,home),notes})}async function keysOf(file,{hosts}){let read=await readText(file,KNOWN_HOSTS_BYTES);if(read.kind==="unreadable")return refused2(read.why,file);let known=readKnownHosts(basename2(file),new TextEncoder().encode(read.text));return known.problems.length?{kind:"refused",problems:known.problems}:known.hashed*hosts.length<=HASHES_AT_MOST?{kind:"keys",keys:known}:refused2(`it hides ${known.hashed} names, too many to be tried against ${hosts.length} hosts`,file)}function refused2(why,file){let message=`${basename2(file)}: ${why}`;return{kind:"refused",problems:[problem({kind:"request-invalid",rule:"import",message})]}}async function writeInventory(path,text,{force,suffix}){let there=await lstat(path).catch(caught=>{if(systemCode(caught)!=="ENOENT")throw caught});if(there&&!force)return`${path} is there already; nothing was written. --force replaces it`;if(there&&!there.isFile())return`${path} is not a regular file; nothing was written`;let beside=there?`${path}.${suffix}`:path,file=await open2(beside,"wx",420);try{await file.writeFile(text),await file.sync()}finally{await file.close()}there&&await rename(beside,path)}var PROBLEMS2=1;function importCommands(rune,at,{printJson,usage}){return{importFrom:async(name,file,{out,force=!1,user,knownHosts,json:json2})=>{let source=SOURCES.find(one=>one===name);if(source===void 0)return usage(`rune import ${name}: expected one of ${SOURCES.join(", ")}`);if(file===void 0&&source==="ansible")return usage("rune import ansible FILE: expected what ansible-inventory --list prints");let path=file===void 0?join6(at.home,".ssh/config"):file==="-"?"/dev/stdin":resolve3(at.cwd,file),answer=await importInventory({source,file:path,home:at.home,...user===void 0?{}:{user},...knownHosts===void 0?{}:{knownHosts:resolve3(at.cwd,knownHosts)}});if(answer.kind==="refused")return json2?printJson({problems:answer.problems}):at.err(problemsText(answer.problems)),PROBLEMS2;let{inventory,text,notes}=answer,refused4=out===void 0?void 0:await writeInventory(resolve3(at.cwd,out),text,{force,suffix:rune.host.hex(4)});return refused4!==void 0?(at.err(`${terminal(refused4)}
`),PROBLEMS2):(json2?printJson({inventory,notes,...out===void 0?{}:{file:out}}):out===void 0?at.out(text):at.out(`${terminal(out)}
`),json2||at.err(notes.map(note=>`note: ${terminal(note)}
`).join("")),0)}}}var rune_bpcs_default=`# shellcheck shell=bash disable=SC2034 # the RUNE_* variables are for plugins
# The BPCS 1.0 library for Bash plugins: reads the one JSON object on stdin, writes the one on stdout.
#
#   source "\${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
#   rune_init
#   service=$(rune_param service)        # or, without a fork: rune_param -v service service
#   rune_out service "$service"
#   rune_finish "checked"
#
# Needs bash 4.2 or newer and nothing else for texts up to 16 KiB: no subprocess. Larger ones are read by awk (any POSIX
# awk), with the same result to the byte; see the awk program below.
# After rune_init, stdout of the plugin and its commands goes to stderr; only the result reaches stdout.
# An EXIT trap of the plugin's own replaces the library's, which reports a plugin that ends without a result; rune_on_exit
# does not.

# An array element cannot come from the environment, so a parent's exported variable never looks like a loaded library.
if [[ \${__rune_loaded[1]-} == yes ]]; then
  return 0
fi
# With allexport on, the input and its secrets would end up in the environment of every command.
__rune_had_allexport=$-
set +a

unset RUNE_INPUT_JSON RUNE_MESSAGE_METADATA RUNE_OBSERVABILITY RUNE_INPUT_PARAMETERS_JSON RUNE_CONTEXT_JSON
unset __rune_loaded __rune_raw __rune_v __rune_hooks __rune_keys __rune_values __rune_kinds
unset __rune_initialised __rune_sent __rune_fd __rune_once __rune_r __rune_json __rune_why
unset __rune_err_code __rune_err_message __rune_died_status __rune_died_line __rune_main

# -g: the library may be sourced inside a function.
declare -ga __rune_loaded __rune_hooks __rune_keys __rune_values __rune_kinds
declare -gA __rune_v
declare -g RUNE_INPUT_JSON='' RUNE_MESSAGE_METADATA='{}' RUNE_OBSERVABILITY='{}'
declare -g RUNE_INPUT_PARAMETERS_JSON='{}' RUNE_CONTEXT_JSON='{}'
declare -g __rune_raw='' __rune_has_nul='' __rune_initialised='' __rune_sent='' __rune_fd=1 __rune_once=''
declare -g __rune_r='' __rune_json='' __rune_type='' __rune_why='' __rune_nul='' __rune_message_key=''
declare -g __rune_err_code='' __rune_err_message='' __rune_died_status='' __rune_died_line='' __rune_exit=''
declare -g __rune_main=$BASHPID
__rune_loaded=(lib yes)
__rune_hooks=() __rune_keys=() __rune_values=() __rune_kinds=()

declare -g __rune_number='^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$'
declare -g __rune_control=$'*[\\x01-\\x1f]*' __rune_high=$'*[\\x80-\\xff]*'
declare -g __rune_special=$'*[\\x01-\\x1f\\x7f-\\xff"\\\\\\\\]*'
# Lead bytes, then the sequences they may begin (RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF).
declare -ga __rune_utf8=(
  $'[\\xc2-\\xdf][\\x80-\\xbf]'
  $'\\xe0[\\xa0-\\xbf][\\x80-\\xbf]' $'[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf][\\x80-\\xbf]' $'\\xed[\\x80-\\x9f][\\x80-\\xbf]'
  $'\\xf0[\\x90-\\xbf][\\x80-\\xbf][\\x80-\\xbf]' $'[\\xf1-\\xf3][\\x80-\\xbf][\\x80-\\xbf][\\x80-\\xbf]'
  $'\\xf4[\\x80-\\x8f][\\x80-\\xbf][\\x80-\\xbf]'
)

# Texts up to this size are read by bash alone; at this size awk's start costs less than bash's work.
declare -g __rune_small=16384
# Reads any POSIX awk (mawk, gawk, busybox), which treats numbers and escapes as text and so keeps them. jq cannot stand in
# for it: it joins duplicate keys, rewrites escapes and bytes that are not UTF-8, and before 1.7 the digits of numbers.
# Records are what lies between quotes. \`out\` holds what is not printed yet: joining into one long text would be quadratic.
# shellcheck disable=SC2016
declare -g __rune_awk='
function refuse(what) { flush(); print "\\n!" what; refused = 1; exit }
function flush() { if (out != "") { printf "%s", out; printed += length(out); out = "" } }
function cut() { flush(); printf "\\n."; cuts++ }
function keep(d, single, from) {
  flush()
  if (single) printf "\\n=%s.%s\\n.", section[d], rawkey[d]
  else printf "\\n@%s.%d.%d.%s\\n.", section[d], from, printed - from, rawkey[d]
  cuts++
}
function unexpected(token) { refuse("u" want at "." substr(token, 1, 40)) }
function hex(digits,   i, n) {
  n = 0; digits = tolower(digits)
  for (i = 1; i <= 4; i++) n = n * 16 + index("0123456789abcdef", substr(digits, i, 1)) - 1
  return n
}
# Bytes of a code point, for comparing keys only.
function bytes(n) {
  if (n < 128) return sprintf("%c", n)
  if (n < 2048) return sprintf("%c%c", 192 + int(n / 64), 128 + n % 64)
  if (n < 65536) return sprintf("%c%c%c", 224 + int(n / 4096), 128 + int(n / 64) % 64, 128 + n % 64)
  return sprintf("%c%c%c%c", 240 + int(n / 262144), 128 + int(n / 4096) % 64, 128 + int(n / 64) % 64, 128 + n % 64)
}
function decode(text,   done, at, c, n) {
  if (index(text, "\\\\u0000")) { done = text; gsub(/\\\\\\\\/, "", done); if (index(done, "\\\\u0000")) return text }
  done = ""
  while (at = index(text, "\\\\")) {
    c = substr(text, at + 1, 1)
    done = done substr(text, 1, at - 1)
    if (c == "u") {
      n = hex(substr(text, at + 2, 4))
      if (n >= 55296 && n <= 56319) {
        n = 65536 + (n - 55296) * 1024 + hex(substr(text, at + 8, 4)) - 56320
        at += 6
      }
      done = done bytes(n)
      text = substr(text, at + 6)
    } else {
      done = done ((c in plain) ? plain[c] : c)
      text = substr(text, at + 2)
    }
  }
  return done text
}
function bad_escape(text) {
  gsub(/\\\\["\\\\\\/bfnrt]/, ".", text)
  if (!index(text, "\\\\")) return 0
  if (text ~ /\\\\u[dD][89a-fA-F]/) {
    gsub(/\\\\u[dD][89abAB][0-9a-fA-F][0-9a-fA-F]\\\\u[dD][c-fC-F][0-9a-fA-F][0-9a-fA-F]/, ".", text)
    if (text ~ /\\\\u[dD][89a-fA-F]/) return 1
  }
  gsub(/\\\\u[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]/, ".", text)
  return index(text, "\\\\")
}
# In windows, which a long text needs with some awks; one never ends within a sequence.
function bad_utf8(text,   size, n) {
  while (text != "") {
    size = 2048
    if (length(text) > size) {
      for (n = 0; n < 3 && substr(text, size + 1, 1) ~ /[\\200-\\277]/; n++) size--
      window = substr(text, 1, size)
      text = substr(text, size + 1)
    } else {
      window = text
      text = ""
    }
    if (window !~ /[\\200-\\377]/) continue
    gsub(/[\\302-\\337][\\200-\\277]/, "x", window)
    if (window !~ /[\\200-\\377]/) continue
    gsub(/\\340[\\240-\\277][\\200-\\277]/, "x", window)
    gsub(/[\\341-\\354\\356\\357][\\200-\\277][\\200-\\277]/, "x", window)
    gsub(/\\355[\\200-\\237][\\200-\\277]/, "x", window)
    gsub(/\\360[\\220-\\277][\\200-\\277][\\200-\\277]/, "x", window)
    gsub(/[\\361-\\363][\\200-\\277][\\200-\\277][\\200-\\277]/, "x", window)
    gsub(/\\364[\\200-\\217][\\200-\\277][\\200-\\277]/, "x", window)
    if (window ~ /[\\200-\\377]/) return 1
  }
  return 0
}
function named(text,   i, n, piece, whole) {
  n = split(text, piece, "\\177")
  whole = piece[1]
  for (i = 2; i <= n; i++) whole = whole "\\\\u007f" piece[i]
  return whole
}
function ended() { want = depth ? "e" : "d" }
# In windows that end at a token: some awks take quadratic time to split a long text.
function structure(text,   size, window) {
  size = 2048
  while (length(text) > size) {
    window = substr(text, 1, size)
    if (match(window, /[][{},: \\t\\r\\n][^][{},: \\t\\r\\n]*$/)) {
      tokens_of(substr(window, 1, RSTART))
      text = substr(text, RSTART + 1)
      size = 2048
      if (length(out) > 4096) flush()
    } else size *= 2
  }
  tokens_of(text)
}
function tokens_of(text,   i, n, token, tokens) {
  if (index(text, "\\001")) gsub(/\\001/, "\\002", text)
  if (index(text, "\\177")) text = named(text)
  if (length(text) == 1 && text ~ /[][{},:]/) { tokens[1] = text; n = 1 }
  else {
    gsub(/[\\t\\r\\n]/, " ", text)
    gsub(/[][{},:]/, " & ", text)
    n = split(text, tokens, / +/)
  }
  for (i = 1; i <= n; i++) {
    token = tokens[i]
    if (token == "") continue
    if (token == ",") {
      if (want != "e") unexpected(token)
      want = kind[depth] == "{" ? "K" : "v"
      out = out token
    } else if (token == ":") {
      if (want != "c") unexpected(token)
      want = "v"
      out = out token
    } else if (token == "{" || token == "[") {
      if (want != "v" && want != "E") unexpected(token)
      if (section[depth] != "") { cut(); start[depth] = printed; since[depth] = cuts }
      depth++
      kind[depth] = token
      object[depth] = ++objects
      section[depth] = token == "{" ? below() : ""
      want = token == "{" ? "k" : "E"
      out = out token
    } else if (token == "}" || token == "]") {
      if (!(token == "}" && (want == "k" || want == "e") && kind[depth] == "{") \\
        && !(token == "]" && (want == "E" || want == "e") && kind[depth] == "[")) unexpected(token)
      out = out token
      depth--
      if (section[depth] != "") keep(depth, since[depth] == cuts, start[depth])
      ended()
    } else {
      if (want != "v" && want != "E") unexpected(token)
      if (token != "true" && token != "false" && token != "null" \\
        && token !~ /^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$/) unexpected(token)
      if (section[depth] != "") { cut(); out = token; keep(depth, 1) }
      else out = out token
      ended()
    }
  }
}
# The section of the members of an object that opens now, one level below the member that it is.
function below() {
  if (depth == 1) return "t"
  if (depth == 2 && section[1] == "t")
    return key[1] in sections ? sections[key[1]] : ""
  if (depth == 3 && section[2] == "l")
    return key[2] == "input_parameters" ? "p" : key[2] == "context" ? "c" : ""
  return ""
}
function string(text,   decoded) {
  if (text ~ /[\\001-\\037]/) refuse("c")
  if (text ~ /[\\200-\\377]/ && bad_utf8(text)) refuse("8")
  if (index(text, "\\\\") && bad_escape(text)) refuse("s" text)
  if (index(text, "\\177")) text = named(text)
  if (want == "v" || want == "E") {
    if (section[depth] != "") { cut(); out = "\\"" text "\\""; keep(depth, 1) }
    else out = out "\\"" text "\\""
    ended()
  } else if (want == "k" || want == "K") {
    decoded = index(text, "\\\\") ? decode(text) : text
    if ((object[depth], decoded) in seen) refuse("t" text)
    seen[object[depth], decoded] = 1
    key[depth] = decoded
    rawkey[depth] = text
    out = out "\\"" text "\\""
    want = "c"
  } else unexpected("\\"" text "\\"")
}
BEGIN {
  RS = "\\""
  sections["message_metadata"] = "m"; sections["observability"] = "o"; sections["payload"] = "l"; sections["error"] = "e"
  plain["n"] = "\\n"; plain["t"] = "\\t"; plain["r"] = "\\r"; plain["b"] = "\\b"; plain["f"] = "\\f"
  section[0] = ""; want = "v"
  # An awk that reads letters for bytes would refuse good text or pass bad text.
  if (length("\\303\\251") != 2 || "\\303\\251" !~ /^[\\302-\\337][\\200-\\277]$/ || bytes(233) != "\\303\\251") { refused = 1; exit }
  printf "."
}
!inside {
  if (held_size) { string(held); at += held_size; held_size = 0 }
  structure($0)
  at += length($0) + 1
  inside = 1
  if (length(out) > 4096) flush()
  next
}
# A string waits for the record behind its closing quote. A quote behind an odd run of backslashes belongs to the string.
/\\\\$/ && match($0, /\\\\+$/) && RLENGTH % 2 {
  part = part $0 "\\""
  if (length(part) > 4096) { long = long part; part = "" }
  at += length($0) + 1
  next
}
{
  held = long part $0
  held_size = length($0) + 1
  long = part = ""
  inside = 0
}
END {
  if (refused) exit
  if (held_size || long part != "") refuse("o")
  if (want != "d") refuse(printed + length(out) + cuts ? "e" : "0")
  flush()
  print "\\n$"
}'

# ---------------------------------------------------------------- public: input

# Reads and checks the input, protects stdout, and makes sure that a plugin that dies still reports an error.
rune_init() {
  if [[ $__rune_initialised == yes ]]; then
    return 0
  fi
  __rune_initialised=yes
  if [[ $BASHPID == "$__rune_main" ]]; then
    exec 1>&2
    set -E
    # shellcheck disable=SC2154
    trap '__rune_note "$?" "$LINENO" "\${FUNCNAME[0]-}" "$BASH_COMMAND"' ERR
  fi
  local __rune_status=0
  __rune_do __rune_read_input 2>/dev/null || __rune_status=$?
  if ((__rune_status > 0)); then
    __rune_quote_now "$__rune_why"
    if ((__rune_status == 2)); then
      __rune_send_error 2 "the input cannot be read: $__rune_why" "{\\"reason\\":$__rune_r}"
    fi
    __rune_send_error 1 "invalid input: $__rune_why" "{\\"reason\\":$__rune_r}"
  fi
}

# rune_param [-v VAR] KEY [DEFAULT]: text; DEFAULT only when KEY is absent. With -v into VAR, without a fork.
rune_param() { __rune_access p text "$@"; }
# rune_param_json [-v VAR] KEY [DEFAULT_JSON]: compact JSON; \`null\` when absent without a default.
rune_param_json() { __rune_access p json "$@"; }
rune_all_params() { __rune_ready && printf '%s\\n' "\${__rune_v[l.input_parameters]-"{}"}"; }
rune_ctx() { __rune_access c text "$@"; }
rune_ctx_json() { __rune_access c json "$@"; }
rune_all_ctx() { __rune_ready && printf '%s\\n' "\${__rune_v[l.context]-"{}"}"; }
# rune_meta KEY [DEFAULT]: from message_metadata, else from observability.
rune_meta() { __rune_access mo text "$@"; }
rune_obs() { __rune_access o text "$@"; }

# True when the caller asked for a dry run.
rune_dry_run() {
  __rune_ready
  [[ \${__rune_v[c.dry_run]-} == true || \${__rune_v[c.dry_run]-} == '"true"' ]]
}

# ---------------------------------------------------------------- public: output

# rune_ok MESSAGE [DATA_JSON]: success; exits 0.
rune_ok() {
  __rune_ready
  __rune_send_ok "\${1-}" "\${2-}"
}

# rune_error CODE MESSAGE [DETAILS_JSON]: failure; exits CODE, or 100 when CODE does not fit an exit status.
rune_error() {
  __rune_ready
  __rune_send_error "\${1-}" "\${2-}" "\${3-}"
}
rune_fail() { rune_error "$@"; }

# rune_ok_kv MESSAGE k=v ...: as rune_ok; every value is a string.
rune_ok_kv() {
  __rune_ready
  __rune_pairs "\${@:2}"
  __rune_send_ok "\${1-}" "$__rune_r"
}

# rune_error_kv CODE MESSAGE k=v ...: as rune_error; every value is a string.
rune_error_kv() {
  __rune_ready
  __rune_pairs "\${@:3}"
  __rune_send_error "\${1-}" "\${2-}" "$__rune_r"
}
rune_fail_kv() { rune_error_kv "$@"; }

# rune_out k=v | rune_out k v: collects a string for rune_finish; a later value replaces an earlier one.
rune_out() {
  case $# in
    1) __rune_collect "\${1%%=*}" text "\${1#"\${1%%=*}"}" ;;
    2) __rune_collect "$1" text "=$2" ;;
    *)
      printf 'rune_out: expected KEY=VALUE or KEY VALUE, got %d words\\n' "$#" >&2
      return 1
      ;;
  esac
}

# rune_out_json KEY JSON: collects a number, boolean, list or object; returns 1 when JSON is not valid.
rune_out_json() {
  if [[ $# -ne 2 ]] || ! __rune_inspect "$2"; then
    printf 'rune_out_json %s: expected KEY JSON: %s\\n' "\${1-}" "$__rune_why" >&2
    return 1
  fi
  __rune_collect "$1" json "=$__rune_json"
}

# rune_err CODE MESSAGE: records a failure for rune_finish; the last one recorded is reported.
rune_err() {
  __rune_err_code=\${1-} __rune_err_message=\${*:2}
  : "\${__rune_err_code:=100}" "\${__rune_err_message:=error}"
}

# rune_finish [MESSAGE]: emits what was collected, as success or as the recorded error's details.
rune_finish() {
  __rune_ready
  local __rune_i __rune_out=''
  for ((__rune_i = 0; __rune_i < \${#__rune_keys[@]}; __rune_i++)); do
    __rune_quote_now "\${__rune_keys[__rune_i]}"
    __rune_out+=",$__rune_r:"
    if [[ \${__rune_kinds[__rune_i]} == json ]]; then
      __rune_out+=\${__rune_values[__rune_i]}
    else
      __rune_quote_now "\${__rune_values[__rune_i]}"
      __rune_out+=$__rune_r
    fi
  done
  __rune_out="{\${__rune_out#,}}"
  if [[ -n $__rune_err_code ]]; then
    __rune_send_error "$__rune_err_code" "$__rune_err_message" "$__rune_out"
  fi
  __rune_send_ok "\${1-success}" "$__rune_out"
}

# rune_emit JSON [EXIT]: checks a complete BPCS message and emits it; EXIT has to agree with it.
rune_emit() {
  __rune_ready
  local __rune_exit='' __rune_given=\${2-}
  if ! __rune_do __rune_check_message "\${1-}" 2>/dev/null; then
    __rune_quote_now "$__rune_why"
    __rune_send_error 100 "rune_emit: not a BPCS message: $__rune_why" "{\\"reason\\":$__rune_r}"
  fi
  if [[ -n $__rune_given && $__rune_given != "$__rune_exit" ]]; then
    if [[ $__rune_exit == 0 ]]; then
      __rune_quote_now "$__rune_given"
      __rune_send_error 100 "rune_emit: a success message with exit status $__rune_given" "{\\"exit_status\\":$__rune_r}"
    fi
    printf 'rune_emit: exit status %s does not agree with the message; using %s\\n' "$__rune_given" "$__rune_exit" >&2
  fi
  __rune_send "$__rune_json" "$__rune_exit"
}

# rune_quote [-v VAR] TEXT: TEXT as a JSON string with its quotes.
rune_quote() {
  if [[ $# -ge 3 && $1 == -v ]]; then
    __rune_quote_now "$3"
    printf -v "$2" %s "$__rune_r"
  else
    __rune_quote_now "\${1-}"
    printf '%s\\n' "$__rune_r"
  fi
}

# rune_on_exit COMMAND: runs COMMAND (one shell string) when the plugin ends, however it ends.
rune_on_exit() { __rune_hooks+=("$1"); }

# ---------------------------------------------------------------- shell state

# Runs an internal function under known options and in the C locale, whatever the plugin has set, then restores them.
# Callers send stderr to /dev/null: with a locale that the node lacks, bash warns each time LC_ALL is restored.
__rune_do() {
  local __rune_options=$- __rune_status=0 __rune_nocase='' LC_ALL=C IFS=' '
  set +aeuxE -f
  if shopt -q nocasematch; then
    __rune_nocase=yes
    shopt -u nocasematch
  fi
  if "$@"; then __rune_status=0; else __rune_status=$?; fi
  if [[ -n $__rune_nocase ]]; then shopt -s nocasematch; fi
  [[ $__rune_options == *f* ]] || set +f
  [[ $__rune_options != *a* ]] || set -a
  [[ $__rune_options != *u* ]] || set -u
  [[ $__rune_options != *E* ]] || set -E
  [[ $__rune_options != *x* ]] || set -x
  [[ $__rune_options != *e* ]] || set -e
  return "$__rune_status"
}

__rune_quote_now() { __rune_do __rune_quote "$1" 2>/dev/null; }

# A missing rune_init does no harm. In a subshell, $(rune_param x) included, only that subshell gets ready.
__rune_ready() {
  if [[ $__rune_initialised != yes ]]; then
    rune_init
  fi
}

# __rune_note STATUS LINE FUNCTION COMMAND: keeps the line of a failed command, for the report of a plugin that dies.
__rune_note() {
  if [[ $3 == __rune_* || $3 == rune_* ]]; then
    return 0
  fi
  __rune_died_status=$1 __rune_died_line=$2
  if [[ $- != *e* || $BASHPID != "$__rune_main" ]]; then
    return 0
  fi
  # The shell is about to exit. Where the plugin's own EXIT trap has replaced ours, this is the last chance to report;
  # a trap that calls the library reports by itself.
  __rune_r=$(trap -p EXIT)
  if [[ $__rune_r != *rune_* ]]; then
    __rune_at_exit "$1" "$4"
  fi
}

__rune_at_exit() {
  local __rune_hook __rune_message __rune_details
  set +eu
  trap - ERR
  if [[ $BASHPID != "$__rune_main" ]]; then
    return
  fi
  for __rune_hook in "\${__rune_hooks[@]}"; do
    eval "$__rune_hook"
  done
  if [[ -n $__rune_sent || ( $__rune_initialised != yes && ( $1 == 0 || -z $__rune_raw ) ) ]]; then
    exit "$1"
  fi
  __rune_ready
  __rune_message='the plugin ended without a result'
  __rune_details="\\"exit_status\\":$1"
  if [[ $1 == 0 ]]; then
    # A signal that ends the shell leaves the last command's status.
    __rune_message+=', at its end or by a signal'
  else
    __rune_message+=": exit status $1"
    if [[ $__rune_died_status == "$1" ]]; then
      __rune_message+=", line $__rune_died_line"
      __rune_details+=",\\"line\\":$__rune_died_line"
    fi
    __rune_message+=": \${2:0:200}"
    __rune_quote_now "\${2:0:1000}"
    __rune_details+=",\\"command\\":$__rune_r"
  fi
  __rune_died_status=$1
  __rune_send_error 100 "$__rune_message" "{$__rune_details}"
}

# ---------------------------------------------------------------- input

__rune_read_input() {
  if [[ -n $__rune_has_nul ]]; then
    # For the ids that stand before it.
    __rune_scan "$__rune_raw"
    __rune_why='stdin holds a NUL byte'
    return 1
  fi
  if [[ $__rune_raw != *[!$' \\t\\r\\n']* ]]; then
    __rune_why='stdin is empty, expected one BPCS JSON object'
    return 1
  fi
  local section status
  # On a syntax error the fields read so far stay, so that the error still carries the caller's ids.
  __rune_scan "$__rune_raw" || {
    status=$?
    ((status == 1)) || __rune_find_ids
    return "$status"
  }
  if [[ $__rune_type != '{' ]]; then
    __rune_why="expected a JSON object, found \${__rune_json:0:40}"
    return 1
  fi
  for section in t.message_metadata t.payload t.observability l.input_parameters l.context; do
    case \${__rune_v[$section]-} in
      '' | '{'*) ;;
      null) unset -v "__rune_v[$section]" ;;
      *)
        __rune_why="\${section#*.} is not a JSON object"
        return 1
        ;;
    esac
  done
  RUNE_INPUT_JSON=$__rune_json
  RUNE_MESSAGE_METADATA=\${__rune_v[t.message_metadata]-"{}"}
  RUNE_OBSERVABILITY=\${__rune_v[t.observability]-"{}"}
  RUNE_INPUT_PARAMETERS_JSON=\${__rune_v[l.input_parameters]-"{}"}
  RUNE_CONTEXT_JSON=\${__rune_v[l.context]-"{}"}
}

# The caller's ids for the error, from an input that cannot be read whole: where writers put them, in its first and in its
# last member.
__rune_find_ids() {
  local why=$__rune_why tail=\${__rune_raw: -2048}
  __rune_scan_here "\${__rune_raw:0:2048}"
  unset -v '__rune_v[l.input_parameters]'
  if [[ $tail == *'"observability"'* ]] && ! __rune_scan_here "{\\"observability\\"\${tail##*'"observability"'}"; then
    # It was a member of something else.
    unset -v '__rune_v[o.trace_id]' '__rune_v[o.span_id]'
  fi
  __rune_why=$why
}

# __rune_access SECTIONS text|json [-v VAR] KEY [DEFAULT]
__rune_access() {
  __rune_ready
  local __rune_sections=$1 __rune_kind=$2 __rune_var='' __rune_section __rune_found=''
  shift 2
  if [[ $# -ge 3 && $1 == -v ]]; then
    __rune_var=$2
    shift 2
  fi
  while [[ -n $__rune_sections && -z $__rune_found ]]; do
    __rune_section=\${__rune_sections:0:1} __rune_sections=\${__rune_sections:1}
    if [[ -n \${__rune_v["$__rune_section.\${1-}"]+x} ]]; then
      __rune_found=yes
      __rune_r=\${__rune_v["$__rune_section.$1"]}
    fi
  done
  if [[ -z $__rune_found ]]; then
    __rune_r=\${2-}
    if [[ $__rune_kind == json && $# -lt 2 ]]; then __rune_r=null; fi
  elif [[ $__rune_kind == text && $__rune_r == '"'* ]]; then
    __rune_r=\${__rune_r:1:\${#__rune_r}-2}
    if [[ $__rune_r == *\\\\* ]]; then
      __rune_do __rune_decode "$__rune_r" 2>/dev/null
      if [[ -n $__rune_nul ]]; then
        __rune_send_error 1 "invalid input: the value of $1 holds a NUL character, which a shell cannot keep" ''
      fi
    fi
  fi
  if [[ -n $__rune_var ]]; then
    printf -v "$__rune_var" %s "$__rune_r"
  else
    printf '%s\\n' "$__rune_r"
  fi
}

# ---------------------------------------------------------------- JSON

# Checks one JSON text. Sets __rune_json (compact), __rune_type (first character) and __rune_v (members of the object's
# upper levels, as compact JSON); or returns 1 with __rune_why. Returns 2 when the text is longer than bash reads in good
# time and nothing else is there to read it.
__rune_scan() {
  __rune_json='' __rune_type='' __rune_why=''
  if ((\${#1} <= __rune_small)); then
    # Not a bare return, which in a trap's functions gives the status from before the trap.
    __rune_scan_here "$1"
  else
    __rune_scan_outside "$1"
  fi
}

# __rune_scan without a subprocess. The text is split once at its quotes and each part is looked at once.
__rune_scan_here() {
  local text=$1 part tokens token string decoded value want=v high='' run i j n piece=0 depth=0 objects=0
  local key1='' key2='' key3=''
  local -a parts pieces=() kind=() start=() object=() plain=(yes)
  local -A seen=()
  # Bash uses the bytes 0x01 and 0x7f itself while it splits words. The first is as wrong as any control character; the
  # second may stand in strings only, where its escape says the same.
  text=\${text//$'\\x01'/$'\\x02'}
  if [[ $text == *$'\\x7f'* ]]; then
    if [[ $text == *$'\\\\\\x7f'* ]]; then
      __rune_why='a bad escape in a string'
      return 1
    fi
    text=\${text//$'\\x7f'/"\\\\u007f"}
  fi
  # shellcheck disable=SC2053
  [[ $text != $__rune_high ]] || high=yes
  # The newline keeps the last part: splitting drops an empty one.
  IFS='"'
  # shellcheck disable=SC2206
  parts=($text$'\\n')
  n=\${#parts[@]}

  for ((i = 0; i < n; i++)); do
    part=\${parts[i]//[$' \\t\\r\\n']/}
    case $part in
      '') tokens=() ;;
      [,:{}] | '[' | ']') tokens=("$part") ;;
      *)
        part=\${parts[i]//[$'\\t\\r\\n']/ }
        part=\${part//,/ , } part=\${part//:/ : }
        part=\${part//'{'/' { '} part=\${part//'}'/' } '}
        part=\${part//'['/' [ '} part=\${part//']'/' ] '}
        IFS=' '
        # shellcheck disable=SC2206
        tokens=($part)
        ;;
    esac

    for token in "\${tokens[@]}"; do
      value=''
      case $token in
        ,)
          [[ $want == e ]] || { __rune_unexpected "$token"; return 1; }
          if [[ \${kind[depth]} == '{' ]]; then want=K; else want=v; fi
          pieces[piece++]=,
          continue
          ;;
        :)
          [[ $want == c ]] || { __rune_unexpected "$token"; return 1; }
          want=v
          pieces[piece++]=:
          continue
          ;;
        '{' | '[')
          [[ $want == [vE] ]] || { __rune_unexpected "$token"; return 1; }
          depth=$((depth + 1))
          kind[depth]=$token start[depth]=$piece object[depth]=$((++objects)) plain[depth]=''
          if [[ $token == '{' ]]; then
            plain[depth]=\${plain[depth - 1]}
            want=k
          else
            want=E
          fi
          pieces[piece++]=$token
          continue
          ;;
        '}' | ']')
          case $want\${kind[depth]-}$token in
            [ke]'{}' | [Ee]'[]') ;;
            *) __rune_unexpected "$token"; return 1 ;;
          esac
          pieces[piece++]=$token
          if ((depth <= 4)); then
            IFS=''
            value="\${pieces[*]:start[depth]:piece-start[depth]}"
          fi
          depth=$((depth - 1))
          ;;
        *)
          [[ $want == [vE] ]] || { __rune_unexpected "$token"; return 1; }
          if [[ $token != true && $token != false && $token != null && ! $token =~ $__rune_number ]]; then
            __rune_unexpected "$token"
            return 1
          fi
          value=$token
          pieces[piece++]=$token
          ;;
      esac
      if ((depth == 0)); then want=d; else want=e; fi
      if ((depth <= 3)); then __rune_keep; fi
    done

    # Every second part is a string; a quote behind an odd run of backslashes belongs to it.
    if ((i + 1 >= n)); then
      continue
    fi
    i=$((i + 1))
    if ((i >= n)); then break; fi
    string=\${parts[i]}
    if [[ $string == *\\\\ ]]; then
      j=$i
      local -a joined=("$string")
      while run=\${parts[j]##*[!\\\\]}; ((\${#run} % 2 == 1)); do
        j=$((j + 1))
        if ((j >= n - 1)); then
          __rune_why='a string is not closed'
          return 1
        fi
        joined+=('"' "\${parts[j]}")
      done
      IFS=''
      string="\${joined[*]}"
      i=$j
    fi
    if ((i == n - 1)); then
      __rune_why='a string is not closed'
      return 1
    fi
    # shellcheck disable=SC2053
    if [[ $string == $__rune_control ]]; then
      __rune_why='a raw control character in a string'
      return 1
    fi
    if [[ -n $high ]] && ! __rune_is_utf8 "$string"; then
      __rune_why='a string is not valid UTF-8'
      return 1
    fi
    decoded=$string
    if [[ $string == *\\\\* ]]; then
      if ! __rune_decode "$string"; then
        return 1
      fi
      decoded=$__rune_r
      # A NUL cannot be held; the escaped form is as unique.
      [[ -z $__rune_nul ]] || decoded=$string
    fi
    pieces[piece++]="\\"$string\\""
    case $want in
      [vE])
        value="\\"$string\\""
        if ((depth == 0)); then want=d; else want=e; fi
        if ((depth <= 3)); then __rune_keep; fi
        ;;
      [kK])
        if [[ -n \${seen["\${object[depth]}.$decoded"]+x} ]]; then
          __rune_why="the key \\"\${string:0:100}\\" occurs twice in one object"
          return 1
        fi
        seen["\${object[depth]}.$decoded"]=1
        want=c
        case $depth in 1) key1=$decoded ;; 2) key2=$decoded ;; 3) key3=$decoded ;; esac
        ;;
      *)
        __rune_unexpected "\\"\${string:0:40}\\""
        return 1
        ;;
    esac
  done
  if [[ $want != d ]]; then
    if ((piece == 0)); then
      __rune_why='empty text, expected JSON'
    else
      __rune_why='the JSON text ends too early'
    fi
    return 1
  fi
  IFS=''
  __rune_json="\${pieces[*]}"
  __rune_type=\${__rune_json:0:1}
}

# __rune_scan by awk. The program writes lines, which cannot be confused: compact JSON has no newline in it.
#   .TEXT            the next piece of the compact JSON
#   =S.KEY           the piece before is the value of KEY in section S of __rune_v; KEY is still escaped
#   @S.AT.SIZE.KEY   so is a part of the whole JSON
#   !WHAT            what is wrong, in the words of __rune_scan_here
#   $                the end
__rune_scan_outside() {
  local text=$1 awk out line piece='' key at size want end=''
  local -a lines pieces=() parts=()
  awk=$(type -P awk) || awk=''
  if [[ -z $awk ]]; then
    __rune_why="the input has \${#text} bytes; more than $__rune_small need awk, which this node lacks"
    return 2
  fi
  if [[ $text == *$'\\\\\\x7f'* ]]; then
    __rune_why='a bad escape in a string'
    return 1
  fi
  # A pipe and not a here-string, which bash keeps in a file: the text may hold secrets.
  out=$(printf '%s\\n' "$text" | LC_ALL=C "$awk" "$__rune_awk")
  IFS=$'\\n'
  # shellcheck disable=SC2206
  lines=($out)
  for line in "\${lines[@]}"; do
    case $line in
      .*)
        piece=\${line:1}
        pieces+=("$piece")
        ;;
      =*)
        __rune_unescaped "\${line:1}"
        __rune_v["$__rune_r"]=$piece
        ;;
      @*)
        parts+=("\${line:1}")
        ;;
      *) end=$line ;;
    esac
  done
  IFS=''
  text="\${pieces[*]}"
  for line in "\${parts[@]}"; do
    key=\${line#*.*.*.} at=\${line#*.} size=\${line#*.*.}
    __rune_unescaped "\${line%%.*}.$key"
    __rune_v["$__rune_r"]=\${text:\${at%%.*}:\${size%%.*}}
  done
  if [[ $end == '$' ]]; then
    __rune_json=$text __rune_type=\${text:0:1}
    return 0
  fi
  line=\${end:2}
  case $end in
    '!c'*) __rune_why='a raw control character in a string' ;;
    '!8'*) __rune_why='a string is not valid UTF-8' ;;
    '!o'*) __rune_why='a string is not closed' ;;
    '!e'*) __rune_why='the JSON text ends too early' ;;
    '!0'*) __rune_why='empty text, expected JSON' ;;
    '!t'*) __rune_why="the key \\"\${line:0:100}\\" occurs twice in one object" ;;
    '!s'*) __rune_decode "$line" ;;
    '!u'*)
      want=\${line:0:1} line=\${line:1}
      __rune_unexpected "\${line#*.}" "\${line%%.*}"
      ;;
    *)
      __rune_why="the input has \${#1} bytes, and $awk, which has to read more than $__rune_small, failed on it"
      return 2
      ;;
  esac
  return 1
}

# A SECTION.KEY with its escapes decoded, into __rune_r; a key with a NUL stays as it is, as in __rune_scan_here.
__rune_unescaped() {
  __rune_r=$1
  if [[ $1 == *\\\\* ]]; then
    __rune_decode "$1"
    [[ -z $__rune_nul ]] || __rune_r=$1
  fi
}

# Files the value that __rune_scan_here has just finished, where it is a member of an object that only objects enclose.
__rune_keep() {
  [[ -n \${plain[depth]} ]] || return 0
  case $depth in
    1) __rune_v["t.$key1"]=$value ;;
    2)
      case $key1 in
        message_metadata) __rune_v["m.$key2"]=$value ;;
        observability) __rune_v["o.$key2"]=$value ;;
        payload) __rune_v["l.$key2"]=$value ;;
        error) __rune_v["e.$key2"]=$value ;;
      esac
      ;;
    3)
      case $key1.$key2 in
        payload.input_parameters) __rune_v["p.$key3"]=$value ;;
        payload.context) __rune_v["c.$key3"]=$value ;;
      esac
      ;;
  esac
}

# __rune_unexpected TOKEN [AT]: says what was found and where, in the variables of __rune_scan_here.
__rune_unexpected() {
  local at=\${2-} k expected
  if [[ -z $at ]]; then
    at=0
    for ((k = 0; k < i; k++)); do
      at=$((at + \${#parts[k]} + 1))
    done
  fi
  case $want in
    v) expected='a value' ;;
    E) expected='a value or ]' ;;
    k) expected='a key or }' ;;
    K) expected='a key' ;;
    c) expected=':' ;;
    e) expected=', or a closing bracket' ;;
    d)
      __rune_why="text after the JSON value, near byte $at: \${1:0:40}"
      return 0
      ;;
  esac
  __rune_why="bad JSON near byte $at: expected $expected, found \${1:0:40}"
}

# The text of a JSON string without its quotes, into __rune_r; __rune_nul is set when it holds a NUL, which is left out.
__rune_decode() {
  # shellcheck disable=SC2141
  local IFS=$'\\\\' escape code pair=0 character out=() literal=''
  local -a fields
  __rune_nul=''
  # The x keeps the last field: splitting drops an empty one.
  # shellcheck disable=SC2206
  fields=($1x)
  for escape in "\${fields[@]}"; do
    if ((\${#out[@]} == 0)) || [[ -n $literal ]]; then
      # The empty first element keeps the text before the first escape from being read as one.
      out+=("$escape" '')
      literal=''
      continue
    fi
    if ((pair)) && [[ $escape != u[dD][c-fC-F][0-9a-fA-F][0-9a-fA-F]* ]]; then
      __rune_why='half of a surrogate pair in a string'
      return 1
    fi
    case $escape in
      '')
        out+=(\\\\)
        literal=yes
        ;;
      [\\"/]*) out+=("$escape") ;;
      n*) out+=($'\\n' "\${escape:1}") ;;
      t*) out+=($'\\t' "\${escape:1}") ;;
      r*) out+=($'\\r' "\${escape:1}") ;;
      b*) out+=($'\\b' "\${escape:1}") ;;
      f*) out+=($'\\f' "\${escape:1}") ;;
      u[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]*)
        code=$((16#\${escape:1:4}))
        if ((pair)); then
          code=$((0x10000 + ((pair - 0xD800) << 10) + code - 0xDC00)) pair=0
        elif ((code >= 0xDC00 && code <= 0xDFFF)); then
          __rune_why='half of a surrogate pair in a string'
          return 1
        elif ((code >= 0xD800 && code <= 0xDBFF)); then
          if ((\${#escape} != 5)); then
            __rune_why='half of a surrogate pair in a string'
            return 1
          fi
          pair=$code
          continue
        fi
        if ((code == 0)); then
          __rune_nul=yes character=''
        elif ((code < 0x80)); then
          printf -v character '\\\\x%02x' "$code"
        elif ((code < 0x800)); then
          printf -v character '\\\\x%02x\\\\x%02x' $((0xC0 | code >> 6)) $((0x80 | code & 63))
        elif ((code < 0x10000)); then
          printf -v character '\\\\x%02x\\\\x%02x\\\\x%02x' \\
            $((0xE0 | code >> 12)) $((0x80 | code >> 6 & 63)) $((0x80 | code & 63))
        else
          printf -v character '\\\\x%02x\\\\x%02x\\\\x%02x\\\\x%02x' \\
            $((0xF0 | code >> 18)) $((0x80 | code >> 12 & 63)) $((0x80 | code >> 6 & 63)) $((0x80 | code & 63))
        fi
        printf -v character %b "$character"
        out+=("$character" "\${escape:5}")
        ;;
      *)
        __rune_why="a bad escape in a string: \\\\\${escape:0:1}"
        return 1
        ;;
    esac
  done
  IFS=''
  __rune_r="\${out[*]}"
  __rune_r=\${__rune_r%x}
}

__rune_is_utf8() {
  local text=$1 sequence
  # shellcheck disable=SC2053
  [[ $text == $__rune_high ]] || return 0
  # A replaced sequence leaves a letter behind, so its neighbours cannot join into a new one.
  for sequence in "\${__rune_utf8[@]}"; do
    text=\${text//$sequence/x}
  done
  # shellcheck disable=SC2053
  [[ $text != $__rune_high ]]
}

# Replaces each byte that is not part of valid UTF-8 by U+FFFD, into __rune_r.
__rune_repair() {
  local text=$1 i j n window sequence size
  local -a out=()
  n=\${#text}
  # In windows: bash measures a whole string for each substring taken from it.
  for ((i = 0; i < n; i += j)); do
    window=\${text:i:515}
    for ((j = 0; j < 512 && i + j < n; j += size)); do
      sequence=\${window:j:4} size=1
      case $sequence in
        [$'\\x01'-$'\\x7f']*) ;;
        [$'\\xc2'-$'\\xdf'][$'\\x80'-$'\\xbf']*) size=2 ;;
        $'\\xe0'[$'\\xa0'-$'\\xbf'][$'\\x80'-$'\\xbf']* | \\
          [$'\\xe1'-$'\\xec\\xee\\xef'][$'\\x80'-$'\\xbf'][$'\\x80'-$'\\xbf']* | \\
          $'\\xed'[$'\\x80'-$'\\x9f'][$'\\x80'-$'\\xbf']*) size=3 ;;
        $'\\xf0'[$'\\x90'-$'\\xbf'][$'\\x80'-$'\\xbf'][$'\\x80'-$'\\xbf'] | \\
          [$'\\xf1'-$'\\xf3'][$'\\x80'-$'\\xbf'][$'\\x80'-$'\\xbf'][$'\\x80'-$'\\xbf'] | \\
          $'\\xf4'[$'\\x80'-$'\\x8f'][$'\\x80'-$'\\xbf'][$'\\x80'-$'\\xbf']) size=4 ;;
        *)
          out+=($'\\xef\\xbf\\xbd')
          continue
          ;;
      esac
      out+=("\${sequence:0:size}")
    done
  done
  local IFS=''
  __rune_r="\${out[*]}"
}

# TEXT as a JSON string with its quotes, into __rune_r.
__rune_quote() {
  local text=$1 code character escaped
  # shellcheck disable=SC2053
  if [[ $text == $__rune_special ]]; then
    if ! __rune_is_utf8 "$text"; then
      __rune_repair "$text"
      text=$__rune_r
    fi
    text=\${text//\\\\/"\\\\\\\\"}
    text=\${text//\\"/"\\\\\\""}
    # shellcheck disable=SC2053
    if [[ $text == $__rune_control || $text == *$'\\x7f'* ]]; then
      text=\${text//$'\\n'/"\\\\n"}
      text=\${text//$'\\t'/"\\\\t"}
      text=\${text//$'\\r'/"\\\\r"}
      # shellcheck disable=SC2053
      if [[ $text == $__rune_control || $text == *$'\\x7f'* ]]; then
        for code in {1..31} 127; do
          printf -v character '\\\\x%02x' "$code"
          printf -v character %b "$character"
          printf -v escaped '\\\\u%04x' "$code"
          text=\${text//"$character"/"$escaped"}
        done
      fi
    fi
  fi
  __rune_r="\\"$text\\""
}

# __rune_scan for what the plugin made. The action has run, so a slow answer is better than none.
__rune_scan_output() {
  local status=0
  __rune_scan "$1" || status=$?
  if ((status == 2)); then
    __rune_v=()
    status=0
    __rune_scan_here "$1" || status=$?
  fi
  return "$status"
}

# Checks a JSON text that is not the input: sets __rune_json, __rune_type and __rune_message_key.
__rune_inspect() { __rune_do __rune_inspect_now "$1" 2>/dev/null; }
__rune_inspect_now() {
  local -A __rune_v=()
  __rune_message_key=''
  __rune_scan_output "$1" || return 1
  [[ -z \${__rune_v[t.message]+x} ]] || __rune_message_key=yes
}

# ---------------------------------------------------------------- output

__rune_collect() {
  local __rune_i
  if [[ -z $1 ]]; then
    return 0
  fi
  for ((__rune_i = 0; __rune_i < \${#__rune_keys[@]}; __rune_i++)); do
    if [[ "\${__rune_keys[__rune_i]}" == "$1" ]]; then
      __rune_values[__rune_i]=\${3#=} __rune_kinds[__rune_i]=$2
      return 0
    fi
  done
  __rune_keys+=("$1") __rune_values+=("\${3#=}") __rune_kinds+=("$2")
}

# k=v ... as a JSON object of strings, into __rune_r.
__rune_pairs() { __rune_do __rune_pairs_now "$@" 2>/dev/null; }
__rune_pairs_now() {
  local pair key members=''
  local -A values=()
  local -a keys=()
  for pair in "$@"; do
    key=\${pair%%=*}
    [[ -n $key ]] || continue
    [[ -n \${values["$key"]+x} ]] || keys+=("$key")
    pair=\${pair#"$key"}
    values["$key"]=\${pair#=}
  done
  for key in "\${keys[@]}"; do
    __rune_quote "$key"
    members+=",$__rune_r:"
    __rune_quote "\${values["$key"]}"
    members+=$__rune_r
  done
  __rune_r="{\${members#,}}"
}

__rune_send_ok() {
  local __rune_data=\${2:-"{}"} __rune_sep=,
  if ! __rune_inspect "$__rune_data" || [[ $__rune_type != '{' ]]; then
    __rune_data=\${__rune_why:-not a JSON object}
    __rune_quote_now "$__rune_data"
    __rune_send_error 100 "the plugin's output data is not a JSON object: $__rune_data" "{\\"reason\\":$__rune_r}"
  fi
  __rune_data=$__rune_json
  if [[ -n $1 && -z $__rune_message_key ]]; then
    __rune_quote_now "$1"
    [[ $__rune_data != '{}' ]] || __rune_sep=''
    __rune_data="\${__rune_data%\\}}$__rune_sep\\"message\\":$__rune_r}"
  fi
  __rune_envelope "{\\"result\\":\\"success\\",\\"output_data\\":$__rune_data}" null
  __rune_send "$__rune_r" 0
}

__rune_send_error() {
  local __rune_code=$1 __rune_details=\${3:-"{}"} __rune_status
  # 15 digits: what every JSON reader keeps exact.
  if [[ ! $__rune_code =~ ^[1-9][0-9]{0,14}$ ]]; then __rune_code=100; fi
  if ! __rune_inspect "$__rune_details"; then
    __rune_quote_now "$__rune_details"
    __rune_details="{\\"text\\":$__rune_r}"
  elif [[ $__rune_type != '{' ]]; then
    __rune_details="{\\"value\\":$__rune_json}"
  else
    __rune_details=$__rune_json
  fi
  __rune_quote_now "\${2:-unspecified error}"
  __rune_status=$__rune_code
  if ((__rune_code > 255)); then __rune_status=100; fi
  __rune_envelope null "{\\"code\\":$__rune_code,\\"message\\":$__rune_r,\\"details\\":$__rune_details}"
  __rune_send "$__rune_r" "$__rune_status"
}

# The message with the caller's ids, into __rune_r.
__rune_envelope() {
  local __rune_field __rune_head='' __rune_ids='' TZ=UTC0
  for __rune_field in version message_id created_at correlation_id; do
    __rune_r=\${__rune_v["m.$__rune_field"]-}
    if [[ $__rune_r != '"'* ]]; then
      case $__rune_field in
        version) __rune_r='"1.0"' ;;
        message_id) __rune_r='"unknown"' ;;
        created_at) printf -v __rune_r '"%(%Y-%m-%dT%H:%M:%S)T.000Z"' -1 ;;
        *) continue ;;
      esac
    fi
    __rune_head+=",\\"$__rune_field\\":$__rune_r"
  done
  for __rune_field in trace_id span_id; do
    __rune_r=\${__rune_v["o.$__rune_field"]-}
    [[ $__rune_r == '"'* ]] || __rune_r='"unknown"'
    __rune_ids+=",\\"$__rune_field\\":$__rune_r"
  done
  __rune_r="{\\"message_metadata\\":{\${__rune_head#,}},\\"payload\\":$1,\\"observability\\":{\${__rune_ids#,}},\\"error\\":$2}"
}

# Writes the message, unless one has been written, and ends the shell. The plugin may do this in a subshell, whose
# variables its parent never sees: the right to write is one byte in a pipe that all of them share, and a subshell leaves
# its exit status there for the parent.
__rune_send() {
  local __rune_byte=1 __rune_left __rune_end=$2
  set +eu
  trap - ERR
  if [[ -n $__rune_sent ]]; then
    exit "$__rune_end"
  fi
  __rune_sent=yes
  if [[ -n $__rune_once ]]; then
    IFS= read -r -N 1 -u "$__rune_once" __rune_byte 2>/dev/null
  fi
  if [[ $__rune_byte == 1 ]]; then
    printf '%s\\n' "$1" >&"$__rune_fd" || __rune_end=100
    if [[ $BASHPID != "$__rune_main" && -n $__rune_once ]]; then
      { printf '%s\\n' "$__rune_end" >>"/proc/self/fd/$__rune_once"; } 2>/dev/null
    fi
  elif [[ $BASHPID == "$__rune_main" ]]; then
    # A subshell's message stands; the exit status has to agree with it. A success that failed later must not look well.
    while IFS= read -r -t 1 -u "$__rune_once" __rune_left; do
      if [[ $__rune_left == 0 ]]; then
        __rune_end=\${__rune_died_status:-$__rune_end}
      elif [[ -n $__rune_left ]]; then
        __rune_end=$__rune_left
      fi
    done
  fi
  exit "$__rune_end"
}

# Sets __rune_exit and __rune_json for a complete message, or returns 1 with __rune_why.
__rune_check_message() {
  local -A __rune_v=()
  local field code
  __rune_scan_output "$1" || return 1
  for field in m.version m.message_id m.created_at o.trace_id o.span_id; do
    if [[ \${__rune_v[$field]-} != '"'* ]]; then
      __rune_why="\${field#*.} is missing or not a string"
      return 1
    fi
  done
  if [[ \${__rune_v[t.error]-null} == null ]]; then
    if [[ \${__rune_v[l.result]-} != '"success"' ]]; then
      __rune_why='neither payload.result "success" nor an error'
      return 1
    fi
    __rune_exit=0
    return 0
  fi
  code=\${__rune_v[e.code]-}
  if [[ ! $code =~ ^[1-9][0-9]{0,14}$ || \${__rune_v[e.message]-} != '"'* ]]; then
    __rune_why='error needs a code (an integer of 1 or more) and a message'
    return 1
  fi
  __rune_exit=$code
  if ((code > 255)); then __rune_exit=100; fi
}

# ---------------------------------------------------------------- at load

# The input is read here, not in rune_init: without rune_init, each $(rune_param x) is a subshell that would empty stdin
# for the next one. \`read\` returns 0 only when it met its delimiter, the NUL.
if [[ ! -t 0 ]]; then
  if LC_ALL=C IFS= read -r -d '' __rune_raw 2>/dev/null; then
    __rune_has_nul=yes
  fi
fi
{ exec {__rune_fd}>&1; } 2>/dev/null || __rune_fd=1
{ exec {__rune_once}<<<1; } 2>/dev/null || __rune_once=''
trap '__rune_at_exit "$?" "$BASH_COMMAND"' EXIT
if [[ $__rune_had_allexport == *a* ]]; then set -a; fi
`;function pluginFiles(module,action){let folder=`plugins/${module}`,test=(name,file,text)=>({path:`${folder}/tests/${action}/${name}/${file}`,text});return[{path:`${folder}/module.yaml`,text:manifest(module,action)},{path:`${folder}/${action}.sh`,text:SCRIPT,executable:!0},{path:`${folder}/README.md`,text:readme(module,action)},test("reports-a-file","input.json",json({params:{path:"note.txt"}})),test("reports-a-file","expect.json",json({exit:0,output:{path:"note.txt",size_bytes:6}})),test("reports-a-file","work/note.txt",`hello
`),test("missing-file","input.json",json({params:{path:"no-such-file"}})),test("missing-file","expect.json",json({exit:2,error:{code:2,message:"there is no file"}}))]}var libraryFile={path:"plugins/lib/rune_bpcs.sh",text:rune_bpcs_default},json=value=>`${JSON.stringify(value,null,2)}
`;function manifest(module,action){return`module: ${module}
version: 0.1.0
description: What this module is for
actions:
  ${action}:
    description: Report the size of one file
    run: ${action}.sh
    effect: read # or change, or destructive: policy and dry run build on it
    idempotent: true
    dry-run: true # it changes nothing when context.dry_run is true
    timeout: 30s
    requires: [bash, stat]
    privileges: none
    input:
      path: { type: string, minLength: 1, maxLength: 4096, pattern: "^[A-Za-z0-9._/-]+$", required: true, description: The file }
    output:
      path: { type: string, maxLength: 4096, required: true }
      size_bytes: { type: integer, minimum: 0, required: true }
    errors:
      - { code: 2, means: there is no file at the path }
`}var SCRIPT=`#!/usr/bin/env bash
# Reports the size of one file.
set -euo pipefail
# shellcheck source=/dev/null
source "\${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init

path=$(rune_param path)
if [[ ! -f $path ]]; then
  rune_error_kv 2 "there is no file at this path" path="$path"
fi
size_bytes=$(stat -L -c %s -- "$path")

rune_out path "$path"
rune_out_json size_bytes "$size_bytes"
rune_finish "$path has $size_bytes bytes"
`;function readme(module,action){return`# ${module}

- \`module.yaml\`: what the action \`${action}\` takes, gives and may do
- \`${action}.sh\`: the script that runs on the node
- \`tests/${action}/<case>/\`: \`input.json\` and what has to come of it, \`expect.json\`

\`\`\`sh
rune validate
rune test ${module}
\`\`\`
`}function simplestAction(actions){let cost=({declaration})=>["read","change","destructive"].indexOf(declaration.effect)*100+requiredOf(declaration).length;return[...actions].sort((a,b)=>cost(a)-cost(b)||(a.name<b.name?-1:1))[0]}function runbookText(name,{name:action,declaration}){let inputs=requiredOf(declaration);return[`name: ${name}`,"description: What this runbook is for, and when to use it","owner: the team that answers for it",...inputs.length===0?[]:["inputs:"],...inputs.map(([key,parameter])=>`  ${key}: ${JSON.stringify(parameter)}`),...declaration.effect==="read"?[]:["targets:","  select: role=web","  max: 10"],"steps:",`  - id: ${action}`,`    uses: ${action}`,...inputs.length===0?[]:["    with:"],...inputs.map(([key])=>`      ${key}: \${{ inputs.${key} }}`),""].join(`
`)}function requiredOf({input={}}){return Object.entries(input).filter(([,parameter])=>parameter.required===!0)}import{lstat as lstat2,mkdir,writeFile}from"node:fs/promises";import{dirname as dirname2,join as join7}from"node:path";async function writeNewFiles(root,files,places=[]){for(let path of[...places,...files.map(file=>file.path)])if(await exists(join7(root,path)))return refuse(`${path} is there already; choose another name, or remove it first`,path);for(let{path,text,executable}of files)await mkdir(dirname2(join7(root,path)),{recursive:!0}),await writeFile(join7(root,path),text,{flag:"wx",mode:executable?493:420});return{kind:"written",files:files.map(({path})=>path)}}function refuse(message,file){return{kind:"refused",problem:problem({kind:"request-invalid",rule:"new",message,...file===void 0?{}:{file}})}}async function exists(path){try{return await lstat2(path),!0}catch(caught){if(["ENOENT","ENOTDIR"].includes(systemCode(caught)??""))return!1;throw caught}}var ACTION_NAME=/^[a-z][a-z0-9_]{0,63}$/,ID=/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;async function newPlugin(root,name,module=name){for(let[what,text]of[["an action",name],["a module",module]])if(!ACTION_NAME.test(text))return refuse(badActionName(what,text));if(module==="lib")return refuse("plugins/lib is the shared library; choose another module");let taken=(await openProject(root)).registry.actions.get(name);if(taken!==void 0)return refuse(`the module ${taken.module} has an action ${name} already; choose another name`);let written=await writeNewFiles(root,pluginFiles(module,name),[`plugins/${module}`]);if(written.kind==="refused")return written;let library=await writeNewFiles(root,[libraryFile]);return library.kind==="refused"?written:{kind:"written",files:[...written.files,...library.files]}}async function newRunbook(root,name){if(!ID.test(name))return refuse(`${JSON.stringify(name.slice(0,200))} is no name of a runbook; expected letters, digits, dot, underscore and hyphen, at most 128, starting with a letter or digit`);let project=await openProject(root),same=project.runbookNames.find(one=>one.toLowerCase()===name.toLowerCase());if(same!==void 0)return refuse(`there is a runbook ${same} already; choose another name`,`runbooks/${same}.yaml`);let action=simplestAction([...project.registry.actions.values()]);return action===void 0?refuse("a runbook calls actions, and this project has none; rune new plugin NAME makes one"):writeNewFiles(root,[{path:`runbooks/${name}.yaml`,text:runbookText(name,action)}])}function badActionName(what,text){let near=text.toLowerCase().replace(/[^a-z0-9]+/g,"_"),hint=ACTION_NAME.test(near)?`; ${near} would be one`:"";return`${JSON.stringify(text.slice(0,200))} is no name of ${what}; expected lower case letters, digits and underscores, at most 64, starting with a letter${hint}`}function recordedFixture(folder,record){let{bpcs_input:sent,bpcs_output:answer,evidence}=record;if(sent===void 0||answer===void 0||evidence?.exit_code===void 0)return;let input={params:sent.payload.input_parameters,...sent.payload.context?.dry_run===!0?{context:{dry_run:!0}}:{}},expect={exit:evidence.exit_code,...answer.payload===null?{error:{code:answer.error.code,message:answer.error.message.slice(0,1e3)}}:{output:answer.payload.output_data??{}}},file=(name,value)=>({path:`${folder}/${name}`,text:`${JSON.stringify(value,null,2)}
`});return[file("input.json",input),file("expect.json",expect)]}var CASE_NAME=/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;async function recordCase(rune,ask2,options){let{name,root}=options;if(!CASE_NAME.test(name))return refuse(`${JSON.stringify(name.slice(0,200))} is no name of a case; expected letters, digits, dot, underscore and hyphen`);let{registry}=await openProject(root),module=registry.actions.get(ask2.action)?.module,folder=`plugins/${module}/tests/${ask2.action}/${name}`;if(module!==void 0){let free=await writeNewFiles(root,[],[folder]);if(free.kind==="refused")return free}let{report,messages}=await runRequest(rune,ask2,options),[record]=messages.values(),files=record===void 0?void 0:recordedFixture(folder,record),[problem2]=report.problems;if(files===void 0){let error=report.nodes[0]?.error??report.nodes[0]?.steps[0]?.error,why=error===void 0?"nothing was run":`${error.kind}: ${error.message}`;return{kind:"refused",problem:problem2??refuse(`there is no answer to record: ${why}`).problem,report}}return{...await writeNewFiles(root,files),report}}var LIMITS={bytes:2*1024*1024,scalarBytes:1024*1024,depth:60,nodes:5e4};function readFixture(path,files){let[action="",name=""]=path.split("/").slice(-2),input=readPart(path,files,"input","fixture-input"),expect=readPart(path,files,"expect","fixture-expect"),problems=[..."problems"in input?input.problems:[],..."problems"in expect?expect.problems:oneAnswer(expect.value,expect.document),...files.flatMap(file=>misplaced(path,file))];return problems.length>0||"problems"in input||"problems"in expect?{kind:"problems",problems}:{kind:"fixture",fixture:{action,name,path,input:input.value,expect:expect.value,programs:below("bin/",files),work:below("work/",files)}}}function readPart(folder,files,name,shape){let path=`${folder}/${name}.json`,file=files.find(one=>one.path===`${name}.json`&&one.kind==="file");if(file===void 0)return{problems:[problem({kind:"document-missing",rule:"fixture",message:"this file is missing; a case has an input.json and an expect.json",file:path})]};let read=readDocument(path,file.bytes,LIMITS);if(read.kind==="problems")return read;let{document}=read,{value}=document,syntax=notJson(path,file.bytes);return syntax!==void 0?{problems:[syntax]}:hasShape(shape,value)?{value,document}:{problems:issueProblems(issuesOf(shape,value),document)}}function notJson(file,bytes){try{JSON.parse(Buffer.from(bytes).toString("utf8"));return}catch(caught){let message=`is YAML, but not JSON: ${fromUnknown(caught).message}`;return problem({kind:"document-parse",rule:"json",message,file})}}function oneAnswer(expect,{file}){let answers=[expect.output,expect.error].filter(one=>one!==void 0).length;return answers===1?[]:[problem({kind:"document-schema",rule:"fixture",message:`expected exactly one of output and error, found ${answers===0?"neither":"both"}`,file})]}function misplaced(folder,{path,kind}){let refuse2=message=>[problem({kind:"plugin-file",rule:"fixture",message,file:`${folder}/${path}`})];return kind!=="file"?refuse2(`is a ${kind}, not a regular file`):/^(?:input\.json|expect\.json|README.*|bin\/[^/]+|work\/.+)$/.test(path)?[]:refuse2("a case holds input.json, expect.json, programs directly in bin/, and files of the working folder in work/")}function below(folder,files){return files.flatMap(file=>file.path.startsWith(folder)?[{...file,path:file.path.slice(folder.length)}]:[])}function differences(expected,found,pointer=""){let at=pointer===""?"the output":pointer;return Array.isArray(expected)?Array.isArray(found)?found.length!==expected.length?[`${at} has ${found.length} items, expected ${expected.length}: found ${show(found)}, expected ${show(expected)}`]:expected.flatMap((item,i)=>differences(item,found[i],`${pointer}/${i}`)):[`${at} is ${show(found)}, expected a list`]:isObject3(expected)?isObject3(found)?Object.entries(expected).flatMap(([key,value])=>{let below2=`${pointer}/${key.replaceAll("~","~0").replaceAll("/","~1")}`;return Object.hasOwn(found,key)?differences(value,found[key],below2):[`${below2} is missing, expected ${show(value)}`]}):[`${at} is ${show(found)}, expected an object`]:Object.is(expected,found)||expected===0&&found===0?[]:[`${at} is ${show(found)}, expected ${show(expected)}`]}function isObject3(value){return typeof value=="object"&&value!==null&&!Array.isArray(value)}var OTHER_ERROR=100,STDERR_AT_MOST=2e3,MESSAGE_AT_MOST=4e3,SHOWN_AT_MOST=20;function judge({result,record,stderr},judged){let{action,fixture,dryRun}=judged,data=result.payload.data,failures=[...planFailures(judged),...answerFailures(data,record.bpcs_output,record.evidence?.exit_code,judged),...touchedFailures(judged)].slice(0,SHOWN_AT_MOST).map(({check,message})=>({check,message:message.slice(0,MESSAGE_AT_MOST)}));return{module:action.module,action:action.name,case:fixture.name,path:fixture.path,status:failures.length===0?"passed":"failed",dry_run:dryRun,...data.duration_ms===void 0?{}:{duration_ms:Math.round(data.duration_ms)},failures,warnings:data.warnings.map(warning=>warning.slice(0,1e3)),...failures.length===0||stderr===void 0?{}:{stderr:stderr.slice(0,STDERR_AT_MOST)}}}function planFailures({action,fixture,dryRun,refused:refused4}){let failures=[];if(dryRun&&action.declaration["dry-run"]!==!0){let message=`${action.name} does not declare dry-run, so a dry run stops before it; declare it in module.yaml or take dry_run out of input.json`;failures.push({check:"dry-run",message})}if(fixture.expect.output!==void 0&&refused4.length>0){let message=`a run would refuse these parameters, so a success cannot be expected: ${refused4.map(({pointer,message:message2})=>`${pointer||"/"} ${message2}`).join("; ")}`;failures.push({check:"input",message})}return failures}function answerFailures({error:problem2},answer,exit,{action,fixture}){let{expect}=fixture;if(problem2!==void 0&&problem2.kind!=="plugin-error")return[{check:"contract",message:`${problem2.kind}: ${problem2.message}`}];let exits=exit===expect.exit?[]:[{check:"exit",message:`the exit status is ${exit??"unknown"}, expected ${expect.exit}`}];if(answer===void 0)return exits;if(answer.payload!==null){if(expect.error!==void 0)return[...exits,{check:"error",message:`it succeeded, expected error ${expect.error.code}`}];let found=answer.payload.output_data??{};return[...exits,...differences(expect.output,found).map(message=>({check:"output",message}))]}return[...exits,...errorFailures(answer.error,action,fixture)]}function errorFailures({code,message},action,{expect}){let failures=[],said=`${code}: ${message}`,{errors=[]}=action.declaration;if(code!==OTHER_ERROR&&!errors.some(one=>one.code===code)){let known=errors.map(one=>one.code).join(", ")||"none";failures.push({check:"undocumented",message:`the error code ${code} is not documented in module.yaml (errors: ${known}); it said ${said}`})}return expect.error===void 0?failures.push({check:"error",message:`it reported error ${said}; expected a success`}):expect.error.code!==code?failures.push({check:"error",message:`it reported error ${said}; expected code ${expect.error.code}`}):expect.error.message!==void 0&&!message.includes(expect.error.message)&&failures.push({check:"error",message:`its message is ${JSON.stringify(message)}, expected one with ${JSON.stringify(expect.error.message)}`}),failures}function touchedFailures({touched,dryRun,work}){return touched.map(message=>({check:dryRun?"dry-run":"unchanged",message:dryRun?`a dry run must change nothing, but ${message.replaceAll(work,"the working folder")}`:message}))}import{mkdir as mkdir2,mkdtemp,realpath as realpath2,rm,writeFile as writeFile2}from"node:fs/promises";import{tmpdir}from"node:os";import{dirname as dirname3,join as join8}from"node:path";async function openSandbox(fixture,bundle,unique){let root=await realpath2(await mkdtemp(join8(tmpdir(),"rune-test-"))),work=join8(root,"work"),programs=join8(root,"bin");await writeFiles(work,fixture.work,384),await writeFiles(programs,fixture.programs,448);let entry=`start-${unique}.sh`,script=startScript(bundle,work,fixture.programs.length>0?programs:void 0);return{work,bundle:{...bundle,entry,interpreter:"bash",files:[...bundle.files,{path:entry,bytes:Buffer.from(script)}]},remove:()=>rm(root,{recursive:!0,force:!0})}}async function writeFiles(folder,files,mode){await mkdir2(folder);for(let{path,bytes}of files)await mkdir2(dirname3(join8(folder,path)),{recursive:!0}),await writeFile2(join8(folder,path),bytes,{mode})}function startScript({entry,interpreter},work,programs){let path=programs===void 0?'"$PATH"':`${quoted(programs)}:"$PATH"`,kept=["USER","LOGNAME","LANG","RUNE_LIB","RUNE_RUN_KEY"];return[`cd -- ${quoted(work)} || exit 125`,`exec env -i PATH=${path} HOME=${quoted(work)} ${kept.map(name=>`${name}="$${name}"`).join(" ")} \\`,`  ${interpreter} "\${0%/*}/${entry}"`,""].join(`
`)}var quoted=text=>`'${text.replaceAll("'","'\\''")}'`;function apart(action,params){let entries=Object.entries(params),secret=entries.filter(([name])=>isSecret(action,name));return{open:Object.fromEntries(entries.filter(([name])=>!isSecret(action,name))),secret:Object.fromEntries(secret),references:Object.fromEntries(secret.map(([name])=>[name,secretNameOf(name)]))}}function valuesOf(action,params){let named=Object.entries(apart(action,params).secret).flatMap(([name,value])=>typeof value=="string"?[[secretNameOf(name),new Secret(value)]]:[]);return{named:new Map(named),others:[]}}function inputIssues(action,check,params){let{input={}}=action,{open:open4,secret}=apart(action,params),missing=Object.keys(input).filter(name=>isSecret(action,name)&&input[name]?.required).filter(name=>!Object.hasOwn(secret,name)).map(key=>({pointer:"",keyword:"required",message:`"${key}" is missing`,key}));return[...check(open4),...missing,...eachAlone(input)(secret)]}function isSecret({input={}},name){return Object.hasOwn(input,name)&&input[name]?.secret===!0}import{lstat as lstat3,readdir as readdir2}from"node:fs/promises";import{join as join9}from"node:path";async function snapshot(paths,entriesAtMost=2e4){try{return await walk(paths,entriesAtMost)}catch(caught){if(systemCode(caught)===void 0)throw caught;return`what must not change cannot be looked at: ${fromUnknown(caught).message}`}}async function walk(paths,entriesAtMost){let found=new Map,waiting=[...paths];for(let path=waiting.pop();path!==void 0;path=waiting.pop()){let stat2=await lstat3(path,{bigint:!0}).catch(absent);if(stat2===void 0)continue;if(found.size===entriesAtMost)return`more than ${entriesAtMost} files must not change: name fewer in unchanged`;let owner=`${stat2.mode}:${stat2.uid}:${stat2.gid}`;if(stat2.isDirectory()){found.set(path,owner);let below2=path;waiting.push(...(await readdir2(path)).map(name=>join9(below2,name)))}else found.set(path,`${owner}:${stat2.ino}:${stat2.size}:${stat2.ctimeNs}`)}return found}function changes(before,after){return[...new Set([...before.keys(),...after.keys()])].sort().flatMap(path=>{let[was,is]=[before.get(path),after.get(path)];return was===is?[]:[`${path} was ${was===void 0?"created":is===void 0?"removed":"changed"}`]})}function absent(caught){if(!["ENOENT","ENOTDIR"].includes(systemCode(caught)??""))throw caught}var NODE="localhost";async function runCase(init,action,fixture,signal){let sandbox=await openSandbox(fixture,action.bundle,init.host.hex(8));try{let dryRun=fixture.input.context?.dry_run===!0,watched=[...dryRun?[sandbox.work]:[],...fixture.expect.unchanged??[]],params={...defaultsOf(action.declaration.input??{}),...fixture.input.params},[input,output]=[action.input(),action.output()];if(input.kind==="problems"||output.kind==="problems")throw new Error(`the schemas of ${action.name} are to be compiled before its cases run`);let before=await snapshot(watched),answer=await ask(init,{action,fixture,sandbox,params,check:output.check},signal),touched=whatChanged(before,await snapshot(watched));return judge(answer,{action,fixture,dryRun,refused:inputIssues(action.declaration,input.check,params),touched,work:sandbox.work})}finally{await sandbox.remove()}}async function ask(init,asked,signal){let{action,fixture,sandbox,check,params}=asked,fakes=new Set(fixture.programs.map(({path})=>path)),{requires=[],interpreter="bash"}=action.declaration,lmm=init.connect({secrets:valuesOf(action.declaration,params),nodes:new Map([[NODE,{name:NODE,transport:"local"}]]),action:()=>({bundle:sandbox.bundle,requires:[interpreter,...requires].filter(name=>!fakes.has(name)),become:!1,readOnly:!1,onDisconnect:"stop",outputCheck:check})});try{let answer=await lmm.ask(requestOf(init.host,asked),signal,{ready:async()=>"go"});return answer.acknowledge?.(),answer}finally{await lmm.close()}}function requestOf(host,{action,fixture,params}){let runId=host.uuid(),{open:open4,references}=apart(action.declaration,params),data={node:NODE,step:action.name,action:action.name,phase:"do",iteration:1,attempt:1,timeout_ms:action.timeoutMs,run_key:`${runId}/${NODE}/${action.name}/do/1/1`,plan_hash:sha256(action.name),launch:host.hex(16),input_parameters:open4,secret_parameters:references,context:{node:NODE,step:action.name,attempt:1,dry_run:!1,triggered_by:"rune test",...fixture.input.context}};return rcsMessage({stamp:{messageId:host.uuid(),createdAt:host.now()},trace:{traceId:host.hex(16),spanId:host.hex(8)},correlationId:runId,eventType:"ACTION_EXECUTE_REQUEST",source:"LOM",target:"LMM",timeoutMs:action.timeoutMs,tags:[`action:${action.name}`],data:{...data}})}function whatChanged(before,after){return typeof before=="string"?[before]:typeof after=="string"?[after]:changes(before,after)}import{execFile}from"node:child_process";import{mkdir as mkdir3,mkdtemp as mkdtemp2,rm as rm2,writeFile as writeFile3}from"node:fs/promises";import{tmpdir as tmpdir2}from"node:os";import{dirname as dirname4,join as join10}from"node:path";var LIMIT_MS=6e4,OUTPUT_BYTES=8*1024*1024;async function checkScripts(modules,signal){let groups=modules.flatMap(module=>scriptsOf(module));if(groups.length===0||signal.aborted)return{kind:"not-needed",problems:[]};let problems=[];for(let group of groups){let found=await checkGroup(group,signal);if(found==="not-installed")return{kind:"not-installed",problems:[]};problems.push(...found)}return{kind:"done",problems}}function scriptsOf({name,files,actions}){let dialects=new Map;for(let{declaration}of actions){let{run,interpreter="bash"}=declaration;dialects.set(run,interpreter==="bash"||interpreter==="sh"?interpreter:"other")}let dialectOf=({path})=>dialects.get(path)??(/\.(?:sh|bash)$/.test(path)?"bash":"other");return["bash","sh"].flatMap(dialect=>{let own=files.filter(file=>file.kind==="file"&&dialectOf(file)===dialect);return own.length===0?[]:[{module:name,dialect,files:own}]})}async function checkGroup({module,dialect,files},signal){let folder=await mkdtemp2(join10(tmpdir2(),"rune-shellcheck-"));try{for(let{path,bytes}of files)await mkdir3(dirname4(join10(folder,path)),{recursive:!0}),await writeFile3(join10(folder,path),bytes);let said=await shellcheck(folder,dialect,files,signal);if(said==="not-installed")return said;if(signal.aborted)return[];let comments=commentsOf(said);return typeof comments=="string"?[finding(module,{level:"info",message:comments})]:comments.map(comment=>finding(module,comment))}finally{await rm2(folder,{recursive:!0,force:!0})}}function shellcheck(folder,dialect,files,signal){let args=[...["--norc","--format=json1",`--shell=${dialect}`,"--exclude=SC1090,SC1091"],"--",...files.map(({path})=>path)],limits={cwd:folder,signal,timeout:LIMIT_MS,maxBuffer:OUTPUT_BYTES};return new Promise(resolve6=>{execFile("shellcheck",args,limits,(error,stdout)=>{resolve6(systemCode(error)==="ENOENT"?"not-installed":stdout)})})}function commentsOf(text){try{let{comments}=JSON.parse(text);return Array.isArray(comments)?comments:"shellcheck answered without findings or their absence"}catch(caught){return`shellcheck could not be used (0.7 or newer is needed): ${fromUnknown(caught).message}`}}function finding(module,{level,message,file,line,column,code}){return problem({kind:"document-schema",rule:code===void 0?"shellcheck":`SC${code}`,message,severity:level==="error"||level==="warning"?"error":"warning",file:file===void 0?`plugins/${module}`:`plugins/${module}/${file}`,...line===void 0||column===void 0?{}:{position:{line,column}}})}async function runSuite(init){let{host,modules,signal}=init,began=host.monotonicMs(),cases=[],problems=[...init.problems,...modules.flatMap(fixtureProblems)],scripts=await checkScripts(modules,signal);problems.push(...scripts.problems);for(let{action,fixture}of modules.flatMap(runnable)){if(signal.aborted)break;let done=await runCase(init,action,fixture,signal);if(signal.aborted)break;cases.push(done),init.ended(done)}let failed2=cases.filter(({status:status2})=>status2==="failed").length,errors=problems.filter(({severity})=>severity==="error").length;return{schema_version:"1.0",status:signal.aborted?"cancelled":failed2+errors>0?"failed":"good",modules:modules.length,passed:cases.length-failed2,failed:failed2,warnings:problems.length-errors+cases.reduce((sum,{warnings})=>sum+warnings.length,0),duration_ms:Math.round(host.monotonicMs()-began),shellcheck:scripts.kind,cases,problems:sortProblems(problems)}}function runnable({actions,fixtures}){return actions.flatMap(action=>fixtures.flatMap(one=>one.kind==="fixture"&&one.fixture.action===action.name?[{action,fixture:one.fixture}]:[]))}function fixtureProblems({name,actions,fixtures}){let known=actions.map(action=>action.name),good=fixtures.flatMap(one=>one.kind==="fixture"?[one.fixture]:[]),strangers=good.filter(({action})=>!known.includes(action));return[...fixtures.flatMap(one=>one.kind==="problems"?one.problems:[]),...strangers.map(({action,path})=>{let near=nearest(action,known),message=`${name} has no action ${action}${near===void 0?"":`; did you mean ${near}?`}`;return problem({kind:"action-unknown",rule:"fixture",message,file:path})}),...actions.flatMap(action=>untested(action,good))]}function untested({name,module,declaration},fixtures){let own=fixtures.filter(({action})=>action===name),warn=message=>[problem({kind:"document-missing",rule:"untested",message,severity:"warning",file:`plugins/${module}/tests/${name}`})];if(own.length===0)return warn(`the action ${name} has no fixture`);let tried=own.some(({input})=>input.context?.dry_run===!0);return declaration["dry-run"]===!0&&declaration.effect!=="read"&&!tried?warn(`the action ${name} declares dry-run, and no fixture tries one`):[]}async function testModules(rune,options){let content=await openContent(options.root),project=await loadProject(content),folders=(await content.list("plugins")).flatMap(({name,kind})=>kind==="directory"&&name!=="lib"?[name]:[]),wanted=folders.filter(name=>options.module===void 0||name===options.module),own=(file="")=>file.startsWith("plugins/lib/")||wanted.some(name=>file.startsWith(`plugins/${name}/`)),modules=await Promise.all(project.registry.modules.filter(({module})=>own(module.file)).map(({module})=>testedModule(module.declaration.module,content,project)));return runSuite({host:rune.host,connect:init=>rune.connect(init),modules:modules.map(({module})=>module),problems:[...wanted.length===0?[nothing2(options.module,folders)]:[],...project.registry.problems.filter(({file})=>own(file)),...modules.flatMap(({problems})=>problems)],signal:options.signal,ended:options.ended})}function nothing2(name,folders){let near=name===void 0?void 0:nearest(name,folders),message=name===void 0?"there is no module below plugins/; rune new plugin NAME makes one":`there is no module ${JSON.stringify(name.slice(0,200))}${near===void 0?`; there are: ${folders.join(", ")||"none"}`:`; did you mean ${near}?`}`;return problem({kind:"document-missing",rule:"test",message})}async function testedModule(name,content,{registry}){let schemas=[...registry.actions.values()].filter(({module})=>module===name).map(action=>({action,problems:[action.input(),action.output()].flatMap(one=>one.kind==="problems"?one.problems:[])})),{files}=await readFolder(content,`plugins/${name}`);return{module:{name,actions:schemas.flatMap(({action,problems})=>problems.length===0?[action]:[]),fixtures:await readFixtures(name,content),files},problems:schemas.flatMap(({problems})=>problems)}}async function readFixtures(module,content){let tests=`plugins/${module}/tests`,results=[];for(let{name:action,kind}of await content.list(tests))if(kind==="directory")for(let{name,kind:what}of await content.list(`${tests}/${action}`)){let path=`${tests}/${action}/${name}`;if(what==="directory"){let folder=await readFolder(content,path);results.push(folder.problems.length>0?{kind:"problems",problems:folder.problems}:readFixture(path,folder.files))}else name.startsWith("README")||results.push({kind:"problems",problems:[problem({kind:"plugin-file",rule:"fixture",message:"expected a folder with input.json and expect.json here",file:path})]})}return results}function caseText(done){let time=done.duration_ms===void 0?"":`${done.duration_ms} ms`,dry=done.dry_run?", dry run":"",name=`${done.module}: ${done.action}/${done.case}${dry}`;return`${[`${done.status==="passed"?"passed":"FAILED"}  ${time.padStart(8)}  ${name}`,...done.failures.map(({check,message})=>`  ${check}: ${clip(message,1e3)}`),...done.warnings.map(warning=>`  warning: ${clip(warning,500)}`),...done.status==="failed"?[`  see ${done.path}`]:[],...stderrLines(done.stderr)].map(terminal).join(`
`)}
`}function testText(report){let{status:status2,modules,passed,failed:failed2,warnings,duration_ms:ms,shellcheck:shellcheck2}=report,unchecked=shellcheck2==="not-installed"?["shell scripts were not checked: shellcheck is not installed"]:[],errors=report.problems.filter(({severity})=>severity==="error").length,tallies=[`${passed} passed`,...failed2>0?[`${failed2} failed`]:[],...errors>0?[count(errors,"problem")]:[],...warnings>0?[count(warnings,"warning")]:[]];return[problemsText(report.problems),...unchecked.map(line=>`${line}
`),`${status2.toUpperCase()}: ${count(modules,"module")}, ${tallies.join(", ")}, in ${(ms/1e3).toFixed(1)} s
`].join("")}function stderrLines(stderr){return stderr===void 0?[]:stderr.split(`
`).filter(line=>line.trim()!=="").slice(0,10).map(line=>`  stderr: ${clip(line,300)}`)}var count=(n,noun)=>`${n} ${noun}${n===1?"":"s"}`;var PROBLEMS3=1,CANCELLED=6;function kitCommands(rune,at,shared){let{rootOf,printJson,usage}=shared,record=async(action,options)=>{let{case:name,node}=options;if(name===void 0||node.length!==1||options.select!==void 0)return usage("rune test --record ACTION runs it on one node: name that with --node, and the new case with --case");let ask2=await shared.askOf({action},options);if(typeof ask2=="string")return usage(ask2);let how=await shared.runOptions(action,options);if(typeof how=="number")return how;let recorded=await recordCase(rune,{...ask2,action},{...how,name}),status2=written(recorded,options);return status2===0&&at.err(`take out of expect.json what need not be so every time
`),recorded.kind==="refused"&&recorded.report!==void 0?Math.max(status2,recorded.report.exit_status):status2},written=(result,options)=>result.kind==="refused"?(options.json?printJson(result.problem):at.err(problemsText([result.problem])),PROBLEMS3):(options.json?printJson({files:result.files}):at.out(result.files.map(path=>`${terminal(path)}
`).join("")),0);return{test:async(module,options)=>{if(options.record!==void 0)return module!==void 0?usage("rune test --record ACTION finds the module by itself: leave it out"):record(options.record,options);let stray=strayOption(options);if(stray!==void 0)return usage(`${stray} belongs to rune test --record ACTION`);let report=await testModules(rune,{root:rootOf(options),...module===void 0?{}:{module},signal:at.signal,ended:done=>{options.json||at.out(caseText(done))}});return options.json?printJson(report):at.out(testText(report)),{good:0,failed:PROBLEMS3,cancelled:CANCELLED}[report.status]},create:async(what,name,options)=>what==="plugin"?written(await newPlugin(rootOf(options),name,options.module),options):what!=="runbook"||options.module!==void 0?usage("expected rune new plugin NAME [--module NAME], or rune new runbook NAME"):written(await newRunbook(rootOf(options),name),options)}}function strayOption(options){let{node,param,dryRun,out,select,reason,ticket,correlationId}=options,{sshKey,sshAgent,sshPassphraseFile}=options,given={"--case":options.case,"--node":node[0],"--param":param[0],"--dry-run":dryRun,"--out":out,"--ssh-key":sshKey,"--ssh-agent":sshAgent,"--ssh-passphrase-file":sshPassphraseFile,"--select":select,"--reason":reason,"--ticket":ticket,"--correlation-id":correlationId};return Object.entries(given).find(([,value])=>value!==void 0)?.[0]}import{resolve as resolve4}from"node:path";var LONGEST_MS=8640*60*1e3;async function prepareResume(rune,from,asked,options){let{record}=from,refuse2=why2=>({kind:"refused",problem:problemOf(fault("resume-refused",`${record} cannot be gone on with: ${why2}`))}),reread=await rereadRecord(record);if(reread.kind==="unusable")return refuse2(reread.reason);let known=await readReport(record);if(known.kind==="none")return refuse2(known.problem.message);let[flaw]=known.problems;if(flaw!==void 0)return refuse2(flaw.message);let{report}=known,why=unfit2(report,reread,rune.host.now());if(why!==void 0)return refuse2(why);let{actor}=asked,collected=await collectRecord(rune,{...options,record,what:"result",actor}).catch(caught=>({kind:"unusable",problem:problemOf(faultOf(caught))}));if(collected.kind==="unusable")return refuse2(collected.problem.message);if(collected.kind==="refused")return refuse2(collected.problems.map(({message})=>message).join("; "));let now=collected.report,{plan,planHash}=reread,{nodes,kept,left}=selectResumed(now.run_id,report.nodes,now.nodes,from.only);if(nodes.size===0){let more=left.length===0?"":`; ${left.join("; ")}`;return refuse2(`it has no node that is ${from.only.join(" or ")} and can be run on${more}`)}let{runbook,action,params}=plan,{correlation_id,started_at}=report,first_started_at=report.resumes?.first_started_at??started_at;return{kind:"resume",ask:{...asked,...runbook===void 0?{}:{runbook:runbook.name},...action===void 0?{}:{action},params,nodes:plan.nodes.map(({name})=>name),dry_run:!1,correlation_id,again:!0},resume:{facts:{run_id:now.run_id,first_started_at},planHash,plan,resumed:resumedFrom(now.run_id,plan,now.nodes,nodes),nodes,kept,left}}}function unfit2(report,{plan,events},now){if(report.check)return"it is that of a check, which starts nothing";if(plan.dry_run)return"it is that of a dry run, which does nothing that could be gone on with";if(report.status==="refused"||report.status==="invalid")return`the run was ${report.status}, and nothing was begun`;if(events.filter(({data})=>data?.result_of!==void 0).some(({node})=>report.nodes.some(({name,result_of})=>name===node&&result_of===void 0)))return`the run was killed, and what the run ${report.resumes?.run_id} did is in that one's record only: go on from there`;let since=report.resumes?.first_started_at??report.started_at;if(!(Date.parse(now)-Date.parse(since)<=LONGEST_MS))return`the run began at ${since}, and nodes know for 7 days what was done: after 6 it is too late`}var INVALID2=1;async function resumeOf(rune,at,{usage,runOptions},options){let only=onlyOf(options.only);if(typeof only=="string")return usage(only);let stray=options.runbook??strayOption2(options);if(stray!==void 0)return usage(`${stray} beside --from: what a run does that is gone on with is in its record`);let how=await runOptions("from",options);if(typeof how=="number")return how;let{reason,ticket}=options,prepared=await prepareResume(rune,{record:resolve4(at.cwd,options.from),only},{trigger:"cli",actor:at.user,...reason===void 0?{}:{reason},...ticket===void 0?{}:{ticket}},{...how,told:text=>at.err(`${text}
`)});return prepared.kind==="resume"?{ask:prepared.ask,how:{...how,resume:prepared.resume}}:(at.err(problemsText([prepared.problem])),INVALID2)}function onlyOf(text=ONLY.join(",")){let words=text.split(",").map(word=>word.trim()),wrong=words.find(word=>!ONLY.some(one=>one===word));return wrong===void 0?ONLY.filter(one=>words.includes(one)):`--only ${wrong}: expected some of ${ONLY.join(",")}`}function strayOption2(options){let{param,node,select,dryRun,check,correlationId,again}=options,given={"--param":param[0],"--node":node[0],"--select":select,"--dry-run":dryRun,"--check":check,"--correlation-id":correlationId,"--again":again};return Object.entries(given).find(([,value])=>value!==void 0)?.[0]}function selectLine({select}){return({file,rule})=>file===void 0&&rule==="selector"?select:void 0}import{open as open3,readFile as readFile7,rename as rename2,stat}from"node:fs/promises";import{join as join11}from"node:path";async function trustNode(rune,name,init){let project=await openProject(init.root);if(project.inventoryProblems.length>0)return{kind:"refused",problems:project.inventoryProblems};let{nodes}=project.inventory,{policy}=project;if(policy.kind==="problems")return{kind:"refused",problems:policy.problems};let node=nodes.get(name),{address:address2,port}=node??{};if(node===void 0||address2===void 0||port===void 0){let near=node===void 0?nearest(name,[...nodes.keys()]):void 0,hint=near===void 0?"":`; did you mean ${near}?`,message=node===void 0?`the inventory has no node ${name}${hint}`:`${name} uses ${node.transport}, which has no host keys`;return refused3("node-unknown",message)}if(!policy.policy.limits.transports.includes(node.transport))return refused3("policy-denied",`${name} uses ${node.transport}, which policy.limits.transports in rune.yaml does not list`);let shown=await rune.hostKeysOf(await reacher(project,init)(node),init.signal);if("reason"in shown)return refused3(shown.reason,shown.message);let keys=shown.map(({type,sha256:sha2562,text})=>({type,sha256:sha2562,line:`${hostName(address2,port)} ${text}`,verdict:verdictOn(node,{type,text})})),file=node.knownHosts,wrong=keys.some(({verdict})=>verdict==="other"||verdict==="revoked"),lines=keys.filter(({verdict})=>verdict==="new").map(({line})=>line),writing=init.write&&!wrong&&file!==void 0&&lines.length>0;writing&&await append(join11(init.root,file),lines,rune.host.hex(4));let written=writing?lines.length:0;return{kind:"keys",trust:{node:name,address:address2,port,keys,written,...file?{file}:{}}}}function refused3(kind,message){return{kind:"refused",problems:[problem({kind,rule:"trust",message})]}}function verdictOn({hostKeys=[],revokedKeys=[]},{type,text}){return revokedKeys.some(key=>key.text===text)?"revoked":hostKeys.some(key=>key.text===text)?"pinned":hostKeys.some(key=>key.type===type)?"other":"new"}async function append(path,lines,suffix){let before=await readFile7(path,"utf8"),{mode}=await stat(path),end=before===""||before.endsWith(`
`)?"":`
`,beside=`${path}.${suffix}`,file=await open3(beside,"wx",mode&511);try{await file.writeFile(`${before}${end}${lines.join(`
`)}
`),await file.sync()}finally{await file.close()}await rename2(beside,path)}var VERDICTS={pinned:"pinned",new:"not pinned yet",other:"NOT THE PINNED KEY of this type: find out why before you change anything",revoked:"REVOKED: somebody else may hold it"};function trustText({node,address:address2,port,keys,file,written}){let fresh=keys.filter(({verdict})=>verdict==="new"),wrong=keys.some(({verdict})=>verdict==="other"||verdict==="revoked");return`${[`node ${node}: ${address2} port ${port}`,...keys.map(({type,sha256:sha2562,verdict})=>`  ${sha2562} (${type})  ${VERDICTS[verdict]}`),...fresh.length===0||wrong?[]:advice(node,fresh,{file,written})].map(terminal).join(`
`)}
`}function advice(node,fresh,{file,written}){let compare="Compare with what the node itself says, over another way than this network: ssh-keygen -l -f /etc/ssh/ssh_host_ed25519_key.pub";return written>0?["",`${written} added to ${file}. ${compare}, before you commit it.`]:file!==void 0?["",`${compare}. Then add to ${file}, or let rune trust ${node} --write do it:`,...fresh.map(({line})=>line)]:["",`${compare}. Then pin one in inventory.yaml, at ${node}:`,...fresh.map(({line})=>`ssh: { host-key: "${line.slice(line.indexOf(" ")+1)}" }`)]}var PROBLEMS4=1;function trustCommands(rune,at,{rootOf,printJson,usage}){return{trust:async(node,options)=>{let login=await readLogin(options,at);if(typeof login=="string")return usage(login);let answer=await trustNode(rune,node,{...login,root:rootOf(options),write:options.write??!1,signal:at.signal});if(answer.kind==="refused")return options.json?printJson({problems:answer.problems}):at.err(problemsText(answer.problems)),PROBLEMS4;let{trust}=answer;options.json?printJson(trust):at.out(trustText(trust));let wrong=trust.keys.some(({verdict})=>verdict==="other"||verdict==="revoked"),unwritable=options.write===!0&&trust.file===void 0;return unwritable&&at.err(`${node} has no known-hosts file: nothing was written
`),wrong||unwritable?PROBLEMS4:0}}}var INVALID3=1,USAGE=2,REFUSED2=3;function makeCommands(rune,at){let rootOf=({root})=>resolve5(at.cwd,root??"."),printJson=value=>at.out(`${JSON.stringify(value,null,2)}
`),askOf=async(what,options)=>{let params={};for(let pair of options.param){let split=pair.indexOf("=");if(split<1)return`--param ${pair}: expected name=value`;let name=pair.slice(0,split);if(Object.hasOwn(params,name))return`--param ${name} is given twice`;params[name]=pair.slice(split+1)}let{paramsFile,select,reason,ticket,correlationId}=options,filed=paramsFile===void 0?{}:await readParams(paramsFile,at.cwd);return typeof filed=="string"?`--params-file: ${filed}`:{...what,params:{...filed,...params},...options.node.length===0?{}:{nodes:options.node},...select===void 0?{}:{select},dry_run:options.dryRun??!1,...options.check?{check:!0}:{},...reason===void 0?{}:{reason},...ticket===void 0?{}:{ticket},...correlationId===void 0?{}:{correlation_id:correlationId},...options.again?{again:!0}:{},...options.breakGlass?{break_glass:!0}:{},trigger:"cli",actor:at.user}},usage=message=>(at.err(`${terminal(message)}
`),USAGE),progress={planned:(plan,planHash)=>{at.err(`${planText(plan)}plan ${planHash}

`)},nodeEnded:(_node,done,total,text)=>{at.err(`[${done}/${total}] ${text}
`)},counted:text=>at.err(`${text}
`),lost:(place,text)=>at.err(`${terminal(`NOT IN THE RECORD ${place}: ${text}`)}
`)},recordFolder=(root,name,out)=>{let stamp=rune.host.now().replace(/[-:]|\.\d+/g,""),fresh=join12(root,".rune","records",`${stamp}-${name}-${rune.host.hex(3)}`);return resolve5(at.cwd,out??fresh)},runOptions=async(name,options)=>{let root=rootOf(options),login=await readLogin(options,at);if(typeof login=="string")return usage(login);let{planHash,plan}=options,expected=await readExpected({...planHash===void 0?{}:{planHash},...plan===void 0?{}:{planFile:resolve5(at.cwd,plan)}});return typeof expected=="string"?usage(expected):{root,out:recordFolder(root,name,options.out),...login,secrets:await readSecrets(at.secrets,at.cwd),...expected===void 0?{}:{expected},signal:at.signal,progress}},runTold=async(ask2,how,options)=>{let{report,recordHead}=await runRequest(rune,ask2,how);return options.json?printJson(report):at.out(reportText(report,{colour:at.colour,sourceLine:selectLine(options)})),recordHead!==void 0&&at.err(`record head ${recordHead}
`),report.exit_status},shared={rootOf,printJson,usage,askOf,runOptions,recordFolder};return{...trustCommands(rune,at,{rootOf,printJson,usage}),...importCommands(rune,at,{printJson,usage}),...kitCommands(rune,at,shared),...collectCommands(rune,at,shared),...auditCommands(rune,at,shared),validate:async(paths,options)=>{let{diagnostics:found,sourceLine}=await validateWithSource(rootOf(options),paths,at.cwd);if(options.json)printJson(found);else{at.out(problemsText(found.problems,sourceLine));let{files,errors,warnings}=found;at.err(`${files} files, ${errors} errors, ${warnings} warnings
`)}if(options.against!==void 0&&!options.json){let planned2={trigger:"cli",actor:at.user},{against}=options,changes2=await changesSince(rune,{root:rootOf(options),against,planned:planned2});if(changes2.kind==="unavailable")return at.err(changesText(changes2)),INVALID3;at.out(changesText(changes2))}return found.status==="good"?0:INVALID3},plan:async(runbook,options)=>{let ask2=await askOf({runbook:nameOf(runbook)},options);if(typeof ask2=="string")return usage(ask2);let answer=await planOf(rune,ask2,{root:rootOf(options)});return options.json?printJson(planJson(answer)):answer.kind==="invalid"?at.err(problemsText(answer.problems,selectLine(options))):at.out(`${planText(answer.plan,answer.provenance)}plan ${answer.planHash}
`),answer.kind==="plan"?0:answer.kind==="refused"?REFUSED2:INVALID3},run:async(runbook,options)=>{if(options.from!==void 0){let resumed=await resumeOf(rune,at,shared,{...options,runbook,from:options.from});return typeof resumed=="number"?resumed:runTold(resumed.ask,resumed.how,options)}if(runbook===void 0)return usage("rune run needs the name of a runbook, or --from with the record of a run");if(options.only!==void 0)return usage("--only belongs to rune run --from RECORD");let ask2=await askOf({runbook:nameOf(runbook)},options);if(typeof ask2=="string")return usage(ask2);let how=await runOptions(safeName(runbook),options);return typeof how=="number"?how:runTold(ask2,how,options)},exec:async(action,options)=>{if(options.node.length!==1||options.select!==void 0)return usage("rune exec runs one action on one node: name it with --node");let ask2=await askOf({action},options);if(typeof ask2=="string")return usage(ask2);let how=await runOptions(safeName(action),options);if(typeof how=="number")return how;let{report,envelope}=await execAction(rune,ask2,how);return options.json?printJson(envelope):at.out(reportText(report,{colour:at.colour})),report.exit_status},list:async options=>{let listing=await listProject(rootOf(options));return options.json?printJson(listing):at.out(listText(listing)),0},show:async(name,options)=>{let shown=await showName(rootOf(options),name);return"problem"in shown?(options.json?printJson(shown.problem):at.err(problemsText([shown.problem])),INVALID3):(options.json?printJson(shown):at.out(showText(shown)),0)},explain:async(what,options)=>{let found=explain(what);return typeof found=="string"?(at.err(`${terminal(found)}
`),INVALID3):(options.json?printJson(found):at.out(explainText(found)),0)},gate:async(actions,options)=>{let{allowed=!1,allowFile=ALLOW_FILE}=options;if(!allowed&&actions.length>0)return usage("the gate itself is the same for all actions: name them with --allowed");let made=allowed?await gateAllowed(rootOf(options),actions):gateScript(allowFile);if(typeof made=="object"&&"message"in made)return at.err(problemsText([made])),INVALID3;let text=typeof made=="string"?made:made.map(line=>`${line}
`).join("");return options.json?printJson(allowed?{allowed:made}:{script:text}):at.out(text),0},report:async(record,options)=>{let read=await readReport(resolve5(at.cwd,record));return read.kind==="none"?(at.err(problemsText([read.problem])),INVALID3):(options.json?printJson(read.report):at.out(reportText(read.report,{colour:at.colour})),at.err(problemsText(read.problems)),read.problems.length===0?0:INVALID3)}}}function nameOf(runbook){return/^(?:\.\/)?runbooks\/([^/]+)\.yaml$/.exec(runbook)?.[1]??runbook}function safeName(text){return nameOf(text).replace(/[^A-Za-z0-9._-]+/g,"_").slice(0,64)}function planJson(answer){return{status:answer.kind,...answer.kind==="invalid"?{}:{plan:answer.plan,plan_hash:answer.planHash},problems:answer.problems}}var import_index=__toESM(require_commander(),1),{program,createCommand,createArgument,createOption,CommanderError,InvalidArgumentError,InvalidOptionArgumentError,Command,Argument,Option,Help}=import_index.default;async function runProgram(argv,commands,write,version){let status2=0,program2=new Command("rune").description("Runs reviewed recovery actions on Linux hosts and answers with structured results.").version(version).exitOverride().configureOutput({writeOut:write.out,writeErr:write.err}).showHelpAfterError("(rune --help lists the commands and their options)"),verb=(usage,description)=>program2.command(usage).description(description).option("--json","print exactly one JSON document on stdout").option("--root <dir>","the project: rune.yaml, inventory.yaml, runbooks/, plugins/").exitOverride().configureOutput({writeOut:write.out,writeErr:write.err}),request=command=>command.option("--param <name=value>","an input; repeatable",collect,[]).option("--params-file <file>","inputs as one YAML or JSON object; --param wins").option("--node <name>","a node of the inventory; repeatable",collect,[]).addOption(new Option("--select <selector>","nodes by name, group and label: role in (web, api),env!=dev").conflicts("node")).option("--dry-run","change nothing; stop before actions that cannot promise that").option("--reason <text>","why, for the record").option("--ticket <id>","the ticket it belongs to, for the record").option("--correlation-id <id>","the caller's own id for this request").option("--again","the same request once more: try anew what failed before").option("--break-glass","an emergency: pass the gates that the policy lets you pass"),login=command=>command.option("--ssh-key <file>","private key for ssh nodes; a certificate beside it is used too").addOption(new Option("--ssh-agent","sign with the ssh-agent at SSH_AUTH_SOCK").conflicts("sshKey")).option("--ssh-passphrase-file <file>","passphrase of the private keys; default: RUNE_SSH_PASSPHRASE"),running=command=>login(request(command)).option("--out <dir>","where the record goes; must not exist or be empty"),expecting=command=>running(command).option("--plan-hash <sha256>","run only if this is still the plan").option("--plan <file>","the plan that is expected, to name what is different now");verb("validate [path...]","check the project, or only some of its files").option("--against <commit>","also say what is different from this commit; not with --json").action(async(paths,options)=>{status2=await commands.validate(paths,options)}),request(verb("plan <runbook>","show what a run would do, and what would be refused")).action(async(runbook,options)=>{status2=await commands.plan(runbook,options)}),expecting(verb("run [runbook]","run a runbook, or go on with a run")).option("--from <record>","go on with the run of this record, where it is not good").option("--only <list>","of its nodes: failed,unknown,cancelled,untouched; default: all of these").addOption(new Option("--check","start nothing: ask every node whether it could start what the plan has").conflicts(["dryRun","again"])).action(async(runbook,options)=>{status2=await commands.run(runbook,options)}),expecting(verb("exec <action>","run one action on one node")).action(async(action,options)=>{status2=await commands.exec(action,options)}),verb("list","list runbooks, modules, actions and nodes").action(async options=>{status2=await commands.list(options)}),verb("show <name>","show a runbook, a module, an action or a node").action(async(name,options)=>{status2=await commands.show(name,options)}),verb("report <record>","show what a record says, and whether it is intact").action(async(record,options)=>{status2=await commands.report(record,options)}),login(verb("collect [record]","close what a run left open: ask its nodes, start nothing")).option("--key <id>","the correlation id of a run whose record is lost; with --plan").option("--plan <file>","its plan.json").option("--out <dir>","where the record of such a run goes; must not exist or be empty").option("--stop","also stop what still runs").option("--wait <duration>","how long to follow what still runs; default: the step's timeout").action(async(record,options)=>{status2=await commands.collect(record,options)});let audit=program2.command("audit").description("check records, and keep an entry of each in git").exitOverride().configureOutput({writeOut:write.out,writeErr:write.err}),auditVerb=(usage,description)=>audit.command(usage).description(description).option("--json","print exactly one JSON document on stdout").exitOverride().configureOutput({writeOut:write.out,writeErr:write.err});auditVerb("verify <record>","say whether a record is what the run wrote; status 1 when it is not").option("--head <sha256>","the record head that log and summary of the run print").option("--repo <dir>","the project in a clone: compare the run's files with its commit").option("--statement <file>","an in-toto statement, also signed, that is to be about it").option("--against-branch [name]","compare with its entry; default: rune-audit").action(async(record,options)=>{status2=await commands.auditVerify(record,options)}),auditVerb("missing <runs>","compare a list of workflow runs with the branch: which left no record, which were deleted").option("--branch <name>","default: rune-audit").option("--repo <dir>","the repository; default: here").option("--write","note on the branch which runs left no record").action(async(runs,options)=>{status2=await commands.auditMissing(runs,options)}),auditVerb("export <record...>","commit an entry for each record to a branch of its own").option("--branch <name>","default: rune-audit; it is made when it is not there").option("--repo <dir>","the repository; default: here").action(async(records,options)=>{status2=await commands.auditExport(records,options)}),verb("gate [action...]","print the forced command for nodes; with --allowed, its allow list").option("--allowed","print one line an action, name and digest, for the allow list").option("--allow-file <path>","where the allow list lies on the node").action(async(actions,options)=>{status2=await commands.gate(actions,options)}),running(verb("test [module]","run the fixtures of plugins on this machine")).option("--record <action>","run this action on --node and keep the answer as a fixture").option("--case <name>","the new fixture's name").action(async(module,options)=>{status2=await commands.test(module,options)}),verb("new <plugin|runbook> <name>","write a plugin or a runbook that works, to start from").option("--module <name>","the plugin's module; default: its own name").action(async(what,name,options)=>{status2=await commands.create(what,name,options)}),login(verb("trust <node>","show the host keys of a node, to be compared before they are pinned")).option("--write","add what is new to the node's known_hosts file").action(async(node,options)=>{status2=await commands.trust(node,options)}),verb("import <ansible|ssh-config> [file]","make an inventory of what other tools know").option("--out <file>","where it goes; default: stdout").option("--force","replace --out where it is there already").option("--user <name>","logs in where the source names nobody; never guessed").option("--known-hosts <file>","pin the host keys that this file has").action(async(source,file,options)=>{status2=await commands.importFrom(source,file,options)}),verb("explain <kind>","say what an error kind or code means, and what to do").action(async(kind,options)=>{status2=await commands.explain(kind,options)});try{return await program2.parseAsync(argv,{from:"user"}),status2}catch(caught){if(caught instanceof CommanderError)return caught.exitCode===0?0:2;throw caught}}function collect(value,earlier){return[...earlier,value]}var INTERNAL=70,OLDEST_NODE=24,unwritten=!1;async function main(){let err=text=>{process.stderr.write(text)};if(Number(process.versions.node.split(".")[0])<OLDEST_NODE)return err(`rune needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}
`),2;let cancel=new AbortController;for(let signal of["SIGINT","SIGTERM","SIGHUP"])process.on(signal,()=>cancel.abort(signal));process.stderr.on("error",()=>{}),process.stdout.on("error",caught=>{systemCode(caught)!=="EPIPE"&&(err(`the answer could not be written: ${terminal(caught.message)}
`),unwritten=!0,process.exitCode=INTERNAL)});let out=text=>{process.stdout.write(text)};try{let commands=makeCommands(createRune(systemHost),{out,err,colour:process.stdout.isTTY===!0&&process.env.NO_COLOR===void 0,cwd:process.cwd(),user:account().username,home:account().homedir,login:loginEnvironment(),secrets:takeSecretVariables(process.env),signal:cancel.signal});return await runProgram(process.argv.slice(2),commands,{out,err},VERSION)}catch(caught){let error=fromUnknown(caught);return error instanceof RuneError?(err(`${terminal(error.message)}
`),1):(err(`internal error, which is a fault in RUNE: ${terminal(error.message)}
`),process.env.RUNE_DEBUG!==void 0&&err(`${error.stack}
`),INTERNAL)}}function loginEnvironment(){let{env}=process,{RUNE_SSH_PASSPHRASE:passphrase,SSH_AUTH_SOCK:agentSocket,KRB5CCNAME:ticketCache}=env;return delete process.env.RUNE_SSH_PASSPHRASE,{...passphrase?{passphrase}:{},...agentSocket?{agentSocket}:{},...ticketCache?{ticketCache}:{}}}boundMemory();var status=await main();process.exitCode=unwritten?INTERNAL:status;

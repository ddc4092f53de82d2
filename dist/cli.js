#!/usr/bin/env node
import { createRequire as __runeRequire } from 'node:module';import { fileURLToPath as __runePath } from 'node:url';const require = __runeRequire(import.meta.url);const __filename = __runePath(import.meta.url);const __dirname = __runePath(new URL('.', import.meta.url))
import{a as Be}from"./chunks/chunk-J4HL5T65.js";import{a as Ye,b as Xe}from"./chunks/chunk-PEBVRCIP.js";import{b as te,c as ne,d as W,e as Qe,f as O}from"./chunks/chunk-G2NAI3RL.js";import{a as Ne,b as Fe,c as Ie,d as He,e as De,h as g,i as qe,j as Le,k as Ue,l as Ge,n as Q,o as We,s as Je,t as v,u as ze,w as j,x as Ke,z as Ze}from"./chunks/chunk-ZDAOQVJR.js";import{B as I,C as G,S as ee,a as N,b as Re,c as q,d as Z,e as je,f as y,g as x,i as $,n as L,p as Pe,r as Me,s as U,v as E,w as S,x as Ve}from"./chunks/chunk-FJTIQVLR.js";import{a as u,b as P,c as T,e as un}from"./chunks/chunk-YLLIRYU7.js";var D=T(he=>{var z=class extends Error{static{u(this,"CommanderError")}constructor(e,t,n){super(n),Error.captureStackTrace(this,this.constructor),this.name=this.constructor.name,this.code=t,this.exitCode=e,this.nestedError=void 0}},pe=class extends z{static{u(this,"InvalidArgumentError")}constructor(e){super(1,"commander.invalidArgument",e),Error.captureStackTrace(this,this.constructor),this.name=this.constructor.name}};he.CommanderError=z;he.InvalidArgumentError=pe});var K=T(me=>{var{InvalidArgumentError:Dr}=D(),fe=class{static{u(this,"Argument")}constructor(e,t){switch(this.description=t||"",this.variadic=!1,this.parseArg=void 0,this.defaultValue=void 0,this.defaultValueDescription=void 0,this.argChoices=void 0,e[0]){case"<":this.required=!0,this._name=e.slice(1,-1);break;case"[":this.required=!1,this._name=e.slice(1,-1);break;default:this.required=!0,this._name=e;break}this._name.endsWith("...")&&(this.variadic=!0,this._name=this._name.slice(0,-3))}name(){return this._name}_collectValue(e,t){return t===this.defaultValue||!Array.isArray(t)?[e]:(t.push(e),t)}default(e,t){return this.defaultValue=e,this.defaultValueDescription=t,this}argParser(e){return this.parseArg=e,this}choices(e){return this.argChoices=e.slice(),this.parseArg=(t,n)=>{if(!this.argChoices.includes(t))throw new Dr(`Allowed choices are ${this.argChoices.join(", ")}.`);return this.variadic?this._collectValue(t,n):t},this}argRequired(){return this.required=!0,this}argOptional(){return this.required=!1,this}};function Vr(s){let e=s.name()+(s.variadic===!0?"...":"");return s.required?"<"+e+">":"["+e+"]"}u(Vr,"humanReadableArgName");me.Argument=fe;me.humanReadableArgName=Vr});var ye=T($e=>{var{humanReadableArgName:qr}=K(),ge=class{static{u(this,"Help")}constructor(){this.helpWidth=void 0,this.minWidthToWrap=40,this.sortSubcommands=!1,this.sortOptions=!1,this.showGlobalOptions=!1}prepareContext(e){this.helpWidth=this.helpWidth??e.helpWidth??80}visibleCommands(e){let t=e.commands.filter(r=>!r._hidden),n=e._getHelpCommand();return n&&!n._hidden&&t.push(n),this.sortSubcommands&&t.sort((r,i)=>r.name().localeCompare(i.name())),t}compareOptions(e,t){let n=u(r=>r.short?r.short.replace(/^-/,""):r.long.replace(/^--/,""),"getSortKey");return n(e).localeCompare(n(t))}visibleOptions(e){let t=e.options.filter(r=>!r.hidden),n=e._getHelpOption();if(n&&!n.hidden){let r=n.short&&e._findOption(n.short),i=n.long&&e._findOption(n.long);!r&&!i?t.push(n):n.long&&!i?t.push(e.createOption(n.long,n.description)):n.short&&!r&&t.push(e.createOption(n.short,n.description))}return this.sortOptions&&t.sort(this.compareOptions),t}visibleGlobalOptions(e){if(!this.showGlobalOptions)return[];let t=[];for(let n=e.parent;n;n=n.parent){let r=n.options.filter(i=>!i.hidden);t.push(...r)}return this.sortOptions&&t.sort(this.compareOptions),t}visibleArguments(e){return e._argsDescription&&e.registeredArguments.forEach(t=>{t.description=t.description||e._argsDescription[t.name()]||""}),e.registeredArguments.find(t=>t.description)?e.registeredArguments:[]}subcommandTerm(e){let t=e.registeredArguments.map(n=>qr(n)).join(" ");return e._name+(e._aliases[0]?"|"+e._aliases[0]:"")+(e.options.length?" [options]":"")+(t?" "+t:"")}optionTerm(e){return e.flags}argumentTerm(e){return e.name()}longestSubcommandTermLength(e,t){return t.visibleCommands(e).reduce((n,r)=>Math.max(n,this.displayWidth(t.styleSubcommandTerm(t.subcommandTerm(r)))),0)}longestOptionTermLength(e,t){return t.visibleOptions(e).reduce((n,r)=>Math.max(n,this.displayWidth(t.styleOptionTerm(t.optionTerm(r)))),0)}longestGlobalOptionTermLength(e,t){return t.visibleGlobalOptions(e).reduce((n,r)=>Math.max(n,this.displayWidth(t.styleOptionTerm(t.optionTerm(r)))),0)}longestArgumentTermLength(e,t){return t.visibleArguments(e).reduce((n,r)=>Math.max(n,this.displayWidth(t.styleArgumentTerm(t.argumentTerm(r)))),0)}commandUsage(e){let t=e._name;e._aliases[0]&&(t=t+"|"+e._aliases[0]);let n="";for(let r=e.parent;r;r=r.parent)n=r.name()+" "+n;return n+t+" "+e.usage()}commandDescription(e){return e.description()}subcommandDescription(e){return e.summary()||e.description()}optionDescription(e){let t=[];if(e.argChoices&&t.push(`choices: ${e.argChoices.map(n=>JSON.stringify(n)).join(", ")}`),e.defaultValue!==void 0&&(e.required||e.optional||e.isBoolean()&&typeof e.defaultValue=="boolean")&&t.push(`default: ${e.defaultValueDescription||JSON.stringify(e.defaultValue)}`),e.presetArg!==void 0&&e.optional&&t.push(`preset: ${JSON.stringify(e.presetArg)}`),e.envVar!==void 0&&t.push(`env: ${e.envVar}`),t.length>0){let n=`(${t.join(", ")})`;return e.description?`${e.description} ${n}`:n}return e.description}argumentDescription(e){let t=[];if(e.argChoices&&t.push(`choices: ${e.argChoices.map(n=>JSON.stringify(n)).join(", ")}`),e.defaultValue!==void 0&&t.push(`default: ${e.defaultValueDescription||JSON.stringify(e.defaultValue)}`),t.length>0){let n=`(${t.join(", ")})`;return e.description?`${e.description} ${n}`:n}return e.description}formatItemList(e,t,n){return t.length===0?[]:[n.styleTitle(e),...t,""]}groupItems(e,t,n){let r=new Map;return e.forEach(i=>{let o=n(i);r.has(o)||r.set(o,[])}),t.forEach(i=>{let o=n(i);r.has(o)||r.set(o,[]),r.get(o).push(i)}),r}formatHelp(e,t){let n=t.padWidth(e,t),r=t.helpWidth??80;function i(_,p){return t.formatItem(_,n,p,t)}u(i,"callFormatItem");let o=[`${t.styleTitle("Usage:")} ${t.styleUsage(t.commandUsage(e))}`,""],l=t.commandDescription(e);l.length>0&&(o=o.concat([t.boxWrap(t.styleCommandDescription(l),r),""]));let a=t.visibleArguments(e).map(_=>i(t.styleArgumentTerm(t.argumentTerm(_)),t.styleArgumentDescription(t.argumentDescription(_))));if(o=o.concat(this.formatItemList("Arguments:",a,t)),this.groupItems(e.options,t.visibleOptions(e),_=>_.helpGroupHeading??"Options:").forEach((_,p)=>{let m=_.map(f=>i(t.styleOptionTerm(t.optionTerm(f)),t.styleOptionDescription(t.optionDescription(f))));o=o.concat(this.formatItemList(p,m,t))}),t.showGlobalOptions){let _=t.visibleGlobalOptions(e).map(p=>i(t.styleOptionTerm(t.optionTerm(p)),t.styleOptionDescription(t.optionDescription(p))));o=o.concat(this.formatItemList("Global Options:",_,t))}return this.groupItems(e.commands,t.visibleCommands(e),_=>_.helpGroup()||"Commands:").forEach((_,p)=>{let m=_.map(f=>i(t.styleSubcommandTerm(t.subcommandTerm(f)),t.styleSubcommandDescription(t.subcommandDescription(f))));o=o.concat(this.formatItemList(p,m,t))}),o.join(`
`)}displayWidth(e){return qt(e).length}styleTitle(e){return e}styleUsage(e){return e.split(" ").map(t=>t==="[options]"?this.styleOptionText(t):t==="[command]"?this.styleSubcommandText(t):t[0]==="["||t[0]==="<"?this.styleArgumentText(t):this.styleCommandText(t)).join(" ")}styleCommandDescription(e){return this.styleDescriptionText(e)}styleOptionDescription(e){return this.styleDescriptionText(e)}styleSubcommandDescription(e){return this.styleDescriptionText(e)}styleArgumentDescription(e){return this.styleDescriptionText(e)}styleDescriptionText(e){return e}styleOptionTerm(e){return this.styleOptionText(e)}styleSubcommandTerm(e){return e.split(" ").map(t=>t==="[options]"?this.styleOptionText(t):t[0]==="["||t[0]==="<"?this.styleArgumentText(t):this.styleSubcommandText(t)).join(" ")}styleArgumentTerm(e){return this.styleArgumentText(e)}styleOptionText(e){return e}styleArgumentText(e){return e}styleSubcommandText(e){return e}styleCommandText(e){return e}padWidth(e,t){return Math.max(t.longestOptionTermLength(e,t),t.longestGlobalOptionTermLength(e,t),t.longestSubcommandTermLength(e,t),t.longestArgumentTermLength(e,t))}preformatted(e){return/\n[^\S\r\n]/.test(e)}formatItem(e,t,n,r){let o=" ".repeat(2);if(!n)return o+e;let l=e.padEnd(t+e.length-r.displayWidth(e)),a=2,c=(this.helpWidth??80)-t-a-2,_;return c<this.minWidthToWrap||r.preformatted(n)?_=n:_=r.boxWrap(n,c).replace(/\n/g,`
`+" ".repeat(t+a)),o+l+" ".repeat(a)+_.replace(/\n/g,`
${o}`)}boxWrap(e,t){if(t<this.minWidthToWrap)return e;let n=e.split(/\r\n|\n/),r=/[\s]*[^\s]+/g,i=[];return n.forEach(o=>{let l=o.match(r);if(l===null){i.push("");return}let a=[l.shift()],d=this.displayWidth(a[0]);l.forEach(c=>{let _=this.displayWidth(c);if(d+_<=t){a.push(c),d+=_;return}i.push(a.join(""));let p=c.trimStart();a=[p],d=this.displayWidth(p)}),i.push(a.join(""))}),i.join(`
`)}};function qt(s){let e=/\x1b\[\d*(;\d*)*m/g;return s.replace(e,"")}u(qt,"stripColor");$e.Help=ge;$e.stripColor=qt});var ke=T(we=>{var{InvalidArgumentError:Lr}=D(),xe=class{static{u(this,"Option")}constructor(e,t){this.flags=e,this.description=t||"",this.required=e.includes("<"),this.optional=e.includes("["),this.variadic=/\w\.\.\.[>\]]$/.test(e),this.mandatory=!1;let n=Ur(e);this.short=n.shortFlag,this.long=n.longFlag,this.negate=!1,this.long&&(this.negate=this.long.startsWith("--no-")),this.defaultValue=void 0,this.defaultValueDescription=void 0,this.presetArg=void 0,this.envVar=void 0,this.parseArg=void 0,this.hidden=!1,this.argChoices=void 0,this.conflictsWith=[],this.implied=void 0,this.helpGroupHeading=void 0}default(e,t){return this.defaultValue=e,this.defaultValueDescription=t,this}preset(e){return this.presetArg=e,this}conflicts(e){return this.conflictsWith=this.conflictsWith.concat(e),this}implies(e){let t=e;return typeof e=="string"&&(t={[e]:!0}),this.implied=Object.assign(this.implied||{},t),this}env(e){return this.envVar=e,this}argParser(e){return this.parseArg=e,this}makeOptionMandatory(e=!0){return this.mandatory=!!e,this}hideHelp(e=!0){return this.hidden=!!e,this}_collectValue(e,t){return t===this.defaultValue||!Array.isArray(t)?[e]:(t.push(e),t)}choices(e){return this.argChoices=e.slice(),this.parseArg=(t,n)=>{if(!this.argChoices.includes(t))throw new Lr(`Allowed choices are ${this.argChoices.join(", ")}.`);return this.variadic?this._collectValue(t,n):t},this}name(){return this.long?this.long.replace(/^--/,""):this.short.replace(/^-/,"")}attributeName(){return this.negate?Lt(this.name().replace(/^no-/,"")):Lt(this.name())}helpGroup(e){return this.helpGroupHeading=e,this}is(e){return this.short===e||this.long===e}isBoolean(){return!this.required&&!this.optional&&!this.negate}},be=class{static{u(this,"DualOptions")}constructor(e){this.positiveOptions=new Map,this.negativeOptions=new Map,this.dualOptions=new Set,e.forEach(t=>{t.negate?this.negativeOptions.set(t.attributeName(),t):this.positiveOptions.set(t.attributeName(),t)}),this.negativeOptions.forEach((t,n)=>{this.positiveOptions.has(n)&&this.dualOptions.add(n)})}valueFromOption(e,t){let n=t.attributeName();if(!this.dualOptions.has(n))return!0;let r=this.negativeOptions.get(n).presetArg,i=r!==void 0?r:!1;return t.negate===(i===e)}};function Lt(s){return s.split("-").reduce((e,t)=>e+t[0].toUpperCase()+t.slice(1))}u(Lt,"camelcase");function Ur(s){let e,t,n=/^-[^-]$/,r=/^--[^-]/,i=s.split(/[ |,]+/).concat("guard");if(n.test(i[0])&&(e=i.shift()),r.test(i[0])&&(t=i.shift()),!e&&n.test(i[0])&&(e=i.shift()),!e&&r.test(i[0])&&(e=t,t=i.shift()),i[0].startsWith("-")){let o=i[0],l=`option creation failed due to '${o}' in option flags '${s}'`;throw/^-[^-][^-]/.test(o)?new Error(`${l}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`):n.test(o)?new Error(`${l}
- too many short flags`):r.test(o)?new Error(`${l}
- too many long flags`):new Error(`${l}
- unrecognised flag format`)}if(e===void 0&&t===void 0)throw new Error(`option creation failed due to no flags found in '${s}'.`);return{shortFlag:e,longFlag:t}}u(Ur,"splitOptionFlags");we.Option=xe;we.DualOptions=be});var Gt=T(Ut=>{function Gr(s,e){if(Math.abs(s.length-e.length)>3)return Math.max(s.length,e.length);let t=[];for(let n=0;n<=s.length;n++)t[n]=[n];for(let n=0;n<=e.length;n++)t[0][n]=n;for(let n=1;n<=e.length;n++)for(let r=1;r<=s.length;r++){let i=1;s[r-1]===e[n-1]?i=0:i=1,t[r][n]=Math.min(t[r-1][n]+1,t[r][n-1]+1,t[r-1][n-1]+i),r>1&&n>1&&s[r-1]===e[n-2]&&s[r-2]===e[n-1]&&(t[r][n]=Math.min(t[r][n],t[r-2][n-2]+1))}return t[s.length][e.length]}u(Gr,"editDistance");function Wr(s,e){if(!e||e.length===0)return"";e=Array.from(new Set(e));let t=s.startsWith("--");t&&(s=s.slice(2),e=e.map(o=>o.slice(2)));let n=[],r=3,i=.4;return e.forEach(o=>{if(o.length<=1)return;let l=Gr(s,o),a=Math.max(s.length,o.length);(a-l)/a>i&&(l<r?(r=l,n=[o]):l===r&&n.push(o))}),n.sort((o,l)=>o.localeCompare(l)),t&&(n=n.map(o=>`--${o}`)),n.length>1?`
(Did you mean one of ${n.join(", ")}?)`:n.length===1?`
(Did you mean ${n[0]}?)`:""}u(Wr,"suggestSimilar");Ut.suggestSimilar=Wr});var zt=T(Ee=>{var Jr=P("node:events").EventEmitter,Oe=P("node:child_process"),C=P("node:path"),Y=P("node:fs"),h=P("node:process"),{Argument:Br,humanReadableArgName:zr}=K(),{CommanderError:ve}=D(),{Help:Kr,stripColor:Yr}=ye(),{Option:Wt,DualOptions:Xr}=ke(),{suggestSimilar:Jt}=Gt(),Ae=class s extends Jr{static{u(this,"Command")}constructor(e){super(),this.commands=[],this.options=[],this.parent=null,this._allowUnknownOption=!1,this._allowExcessArguments=!1,this.registeredArguments=[],this._args=this.registeredArguments,this.args=[],this.rawArgs=[],this.processedArgs=[],this._scriptPath=null,this._name=e||"",this._optionValues={},this._optionValueSources={},this._storeOptionsAsProperties=!1,this._actionHandler=null,this._executableHandler=!1,this._executableFile=null,this._executableDir=null,this._defaultCommandName=null,this._exitCallback=null,this._aliases=[],this._combineFlagAndOptionalValue=!0,this._description="",this._summary="",this._argsDescription=void 0,this._enablePositionalOptions=!1,this._passThroughOptions=!1,this._lifeCycleHooks={},this._showHelpAfterError=!1,this._showSuggestionAfterError=!0,this._savedState=null,this._outputConfiguration={writeOut:u(t=>h.stdout.write(t),"writeOut"),writeErr:u(t=>h.stderr.write(t),"writeErr"),outputError:u((t,n)=>n(t),"outputError"),getOutHelpWidth:u(()=>h.stdout.isTTY?h.stdout.columns:void 0,"getOutHelpWidth"),getErrHelpWidth:u(()=>h.stderr.isTTY?h.stderr.columns:void 0,"getErrHelpWidth"),getOutHasColors:u(()=>Ce()??(h.stdout.isTTY&&h.stdout.hasColors?.()),"getOutHasColors"),getErrHasColors:u(()=>Ce()??(h.stderr.isTTY&&h.stderr.hasColors?.()),"getErrHasColors"),stripColor:u(t=>Yr(t),"stripColor")},this._hidden=!1,this._helpOption=void 0,this._addImplicitHelpCommand=void 0,this._helpCommand=void 0,this._helpConfiguration={},this._helpGroupHeading=void 0,this._defaultCommandGroup=void 0,this._defaultOptionGroup=void 0}copyInheritedSettings(e){return this._outputConfiguration=e._outputConfiguration,this._helpOption=e._helpOption,this._helpCommand=e._helpCommand,this._helpConfiguration=e._helpConfiguration,this._exitCallback=e._exitCallback,this._storeOptionsAsProperties=e._storeOptionsAsProperties,this._combineFlagAndOptionalValue=e._combineFlagAndOptionalValue,this._allowExcessArguments=e._allowExcessArguments,this._enablePositionalOptions=e._enablePositionalOptions,this._showHelpAfterError=e._showHelpAfterError,this._showSuggestionAfterError=e._showSuggestionAfterError,this}_getCommandAndAncestors(){let e=[];for(let t=this;t;t=t.parent)e.push(t);return e}command(e,t,n){let r=t,i=n;typeof r=="object"&&r!==null&&(i=r,r=null),i=i||{};let[,o,l]=e.match(/([^ ]+) *(.*)/),a=this.createCommand(o);return r&&(a.description(r),a._executableHandler=!0),i.isDefault&&(this._defaultCommandName=a._name),a._hidden=!!(i.noHelp||i.hidden),a._executableFile=i.executableFile||null,l&&a.arguments(l),this._registerCommand(a),a.parent=this,a.copyInheritedSettings(this),r?this:a}createCommand(e){return new s(e)}createHelp(){return Object.assign(new Kr,this.configureHelp())}configureHelp(e){return e===void 0?this._helpConfiguration:(this._helpConfiguration=e,this)}configureOutput(e){return e===void 0?this._outputConfiguration:(this._outputConfiguration={...this._outputConfiguration,...e},this)}showHelpAfterError(e=!0){return typeof e!="string"&&(e=!!e),this._showHelpAfterError=e,this}showSuggestionAfterError(e=!0){return this._showSuggestionAfterError=!!e,this}addCommand(e,t){if(!e._name)throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);return t=t||{},t.isDefault&&(this._defaultCommandName=e._name),(t.noHelp||t.hidden)&&(e._hidden=!0),this._registerCommand(e),e.parent=this,e._checkForBrokenPassThrough(),this}createArgument(e,t){return new Br(e,t)}argument(e,t,n,r){let i=this.createArgument(e,t);return typeof n=="function"?i.default(r).argParser(n):i.default(n),this.addArgument(i),this}arguments(e){return e.trim().split(/ +/).forEach(t=>{this.argument(t)}),this}addArgument(e){let t=this.registeredArguments.slice(-1)[0];if(t?.variadic)throw new Error(`only the last argument can be variadic '${t.name()}'`);if(e.required&&e.defaultValue!==void 0&&e.parseArg===void 0)throw new Error(`a default value for a required argument is never used: '${e.name()}'`);return this.registeredArguments.push(e),this}helpCommand(e,t){if(typeof e=="boolean")return this._addImplicitHelpCommand=e,e&&this._defaultCommandGroup&&this._initCommandGroup(this._getHelpCommand()),this;let n=e??"help [command]",[,r,i]=n.match(/([^ ]+) *(.*)/),o=t??"display help for command",l=this.createCommand(r);return l.helpOption(!1),i&&l.arguments(i),o&&l.description(o),this._addImplicitHelpCommand=!0,this._helpCommand=l,(e||t)&&this._initCommandGroup(l),this}addHelpCommand(e,t){return typeof e!="object"?(this.helpCommand(e,t),this):(this._addImplicitHelpCommand=!0,this._helpCommand=e,this._initCommandGroup(e),this)}_getHelpCommand(){return this._addImplicitHelpCommand??(this.commands.length&&!this._actionHandler&&!this._findCommand("help"))?(this._helpCommand===void 0&&this.helpCommand(void 0,void 0),this._helpCommand):null}hook(e,t){let n=["preSubcommand","preAction","postAction"];if(!n.includes(e))throw new Error(`Unexpected value for event passed to hook : '${e}'.
Expecting one of '${n.join("', '")}'`);return this._lifeCycleHooks[e]?this._lifeCycleHooks[e].push(t):this._lifeCycleHooks[e]=[t],this}exitOverride(e){return e?this._exitCallback=e:this._exitCallback=t=>{if(t.code!=="commander.executeSubCommandAsync")throw t},this}_exit(e,t,n){this._exitCallback&&this._exitCallback(new ve(e,t,n)),h.exit(e)}action(e){let t=u(n=>{let r=this.registeredArguments.length,i=n.slice(0,r);return this._storeOptionsAsProperties?i[r]=this:i[r]=this.opts(),i.push(this),e.apply(this,i)},"listener");return this._actionHandler=t,this}createOption(e,t){return new Wt(e,t)}_callParseArg(e,t,n,r){try{return e.parseArg(t,n)}catch(i){if(i.code==="commander.invalidArgument"){let o=`${r} ${i.message}`;this.error(o,{exitCode:i.exitCode,code:i.code})}throw i}}_registerOption(e){let t=e.short&&this._findOption(e.short)||e.long&&this._findOption(e.long);if(t){let n=e.long&&this._findOption(e.long)?e.long:e.short;throw new Error(`Cannot add option '${e.flags}'${this._name&&` to command '${this._name}'`} due to conflicting flag '${n}'
-  already used by option '${t.flags}'`)}this._initOptionGroup(e),this.options.push(e)}_registerCommand(e){let t=u(r=>[r.name()].concat(r.aliases()),"knownBy"),n=t(e).find(r=>this._findCommand(r));if(n){let r=t(this._findCommand(n)).join("|"),i=t(e).join("|");throw new Error(`cannot add command '${i}' as already have command '${r}'`)}this._initCommandGroup(e),this.commands.push(e)}addOption(e){this._registerOption(e);let t=e.name(),n=e.attributeName();if(e.negate){let i=e.long.replace(/^--no-/,"--");this._findOption(i)||this.setOptionValueWithSource(n,e.defaultValue===void 0?!0:e.defaultValue,"default")}else e.defaultValue!==void 0&&this.setOptionValueWithSource(n,e.defaultValue,"default");let r=u((i,o,l)=>{i==null&&e.presetArg!==void 0&&(i=e.presetArg);let a=this.getOptionValue(n);i!==null&&e.parseArg?i=this._callParseArg(e,i,a,o):i!==null&&e.variadic&&(i=e._collectValue(i,a)),i==null&&(e.negate?i=!1:e.isBoolean()||e.optional?i=!0:i=""),this.setOptionValueWithSource(n,i,l)},"handleOptionValue");return this.on("option:"+t,i=>{let o=`error: option '${e.flags}' argument '${i}' is invalid.`;r(i,o,"cli")}),e.envVar&&this.on("optionEnv:"+t,i=>{let o=`error: option '${e.flags}' value '${i}' from env '${e.envVar}' is invalid.`;r(i,o,"env")}),this}_optionEx(e,t,n,r,i){if(typeof t=="object"&&t instanceof Wt)throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");let o=this.createOption(t,n);if(o.makeOptionMandatory(!!e.mandatory),typeof r=="function")o.default(i).argParser(r);else if(r instanceof RegExp){let l=r;r=u((a,d)=>{let c=l.exec(a);return c?c[0]:d},"fn"),o.default(i).argParser(r)}else o.default(r);return this.addOption(o)}option(e,t,n,r){return this._optionEx({},e,t,n,r)}requiredOption(e,t,n,r){return this._optionEx({mandatory:!0},e,t,n,r)}combineFlagAndOptionalValue(e=!0){return this._combineFlagAndOptionalValue=!!e,this}allowUnknownOption(e=!0){return this._allowUnknownOption=!!e,this}allowExcessArguments(e=!0){return this._allowExcessArguments=!!e,this}enablePositionalOptions(e=!0){return this._enablePositionalOptions=!!e,this}passThroughOptions(e=!0){return this._passThroughOptions=!!e,this._checkForBrokenPassThrough(),this}_checkForBrokenPassThrough(){if(this.parent&&this._passThroughOptions&&!this.parent._enablePositionalOptions)throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`)}storeOptionsAsProperties(e=!0){if(this.options.length)throw new Error("call .storeOptionsAsProperties() before adding options");if(Object.keys(this._optionValues).length)throw new Error("call .storeOptionsAsProperties() before setting option values");return this._storeOptionsAsProperties=!!e,this}getOptionValue(e){return this._storeOptionsAsProperties?this[e]:this._optionValues[e]}setOptionValue(e,t){return this.setOptionValueWithSource(e,t,void 0)}setOptionValueWithSource(e,t,n){return this._storeOptionsAsProperties?this[e]=t:this._optionValues[e]=t,this._optionValueSources[e]=n,this}getOptionValueSource(e){return this._optionValueSources[e]}getOptionValueSourceWithGlobals(e){let t;return this._getCommandAndAncestors().forEach(n=>{n.getOptionValueSource(e)!==void 0&&(t=n.getOptionValueSource(e))}),t}_prepareUserArgs(e,t){if(e!==void 0&&!Array.isArray(e))throw new Error("first parameter to parse must be array or undefined");if(t=t||{},e===void 0&&t.from===void 0){h.versions?.electron&&(t.from="electron");let r=h.execArgv??[];(r.includes("-e")||r.includes("--eval")||r.includes("-p")||r.includes("--print"))&&(t.from="eval")}e===void 0&&(e=h.argv),this.rawArgs=e.slice();let n;switch(t.from){case void 0:case"node":this._scriptPath=e[1],n=e.slice(2);break;case"electron":h.defaultApp?(this._scriptPath=e[1],n=e.slice(2)):n=e.slice(1);break;case"user":n=e.slice(0);break;case"eval":n=e.slice(1);break;default:throw new Error(`unexpected parse option { from: '${t.from}' }`)}return!this._name&&this._scriptPath&&this.nameFromFilename(this._scriptPath),this._name=this._name||"program",n}parse(e,t){this._prepareForParse();let n=this._prepareUserArgs(e,t);return this._parseCommand([],n),this}async parseAsync(e,t){this._prepareForParse();let n=this._prepareUserArgs(e,t);return await this._parseCommand([],n),this}_prepareForParse(){this._savedState===null?this.saveStateBeforeParse():this.restoreStateBeforeParse()}saveStateBeforeParse(){this._savedState={_name:this._name,_optionValues:{...this._optionValues},_optionValueSources:{...this._optionValueSources}}}restoreStateBeforeParse(){if(this._storeOptionsAsProperties)throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);this._name=this._savedState._name,this._scriptPath=null,this.rawArgs=[],this._optionValues={...this._savedState._optionValues},this._optionValueSources={...this._savedState._optionValueSources},this.args=[],this.processedArgs=[]}_checkForMissingExecutable(e,t,n){if(Y.existsSync(e))return;let r=t?`searched for local subcommand relative to directory '${t}'`:"no directory for search for local subcommand, use .executableDir() to supply a custom directory",i=`'${e}' does not exist
 - if '${n}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${r}`;throw new Error(i)}_executeSubCommand(e,t){t=t.slice();let n=!1,r=[".js",".ts",".tsx",".mjs",".cjs"];function i(c,_){let p=C.resolve(c,_);if(Y.existsSync(p))return p;if(r.includes(C.extname(_)))return;let m=r.find(f=>Y.existsSync(`${p}${f}`));if(m)return`${p}${m}`}u(i,"findFile"),this._checkForMissingMandatoryOptions(),this._checkForConflictingOptions();let o=e._executableFile||`${this._name}-${e._name}`,l=this._executableDir||"";if(this._scriptPath){let c;try{c=Y.realpathSync(this._scriptPath)}catch{c=this._scriptPath}l=C.resolve(C.dirname(c),l)}if(l){let c=i(l,o);if(!c&&!e._executableFile&&this._scriptPath){let _=C.basename(this._scriptPath,C.extname(this._scriptPath));_!==this._name&&(c=i(l,`${_}-${e._name}`))}o=c||o}n=r.includes(C.extname(o));let a;h.platform!=="win32"?n?(t.unshift(o),t=Bt(h.execArgv).concat(t),a=Oe.spawn(h.argv[0],t,{stdio:"inherit"})):a=Oe.spawn(o,t,{stdio:"inherit"}):(this._checkForMissingExecutable(o,l,e._name),t.unshift(o),t=Bt(h.execArgv).concat(t),a=Oe.spawn(h.execPath,t,{stdio:"inherit"})),a.killed||["SIGUSR1","SIGUSR2","SIGTERM","SIGINT","SIGHUP"].forEach(_=>{h.on(_,()=>{a.killed===!1&&a.exitCode===null&&a.kill(_)})});let d=this._exitCallback;a.on("close",c=>{c=c??1,d?d(new ve(c,"commander.executeSubCommandAsync","(close)")):h.exit(c)}),a.on("error",c=>{if(c.code==="ENOENT")this._checkForMissingExecutable(o,l,e._name);else if(c.code==="EACCES")throw new Error(`'${o}' not executable`);if(!d)h.exit(1);else{let _=new ve(1,"commander.executeSubCommandAsync","(error)");_.nestedError=c,d(_)}}),this.runningCommand=a}_dispatchSubcommand(e,t,n){let r=this._findCommand(e);r||this.help({error:!0}),r._prepareForParse();let i;return i=this._chainOrCallSubCommandHook(i,r,"preSubcommand"),i=this._chainOrCall(i,()=>{if(r._executableHandler)this._executeSubCommand(r,t.concat(n));else return r._parseCommand(t,n)}),i}_dispatchHelpCommand(e){e||this.help();let t=this._findCommand(e);return t&&!t._executableHandler&&t.help(),this._dispatchSubcommand(e,[],[this._getHelpOption()?.long??this._getHelpOption()?.short??"--help"])}_checkNumberOfArguments(){this.registeredArguments.forEach((e,t)=>{e.required&&this.args[t]==null&&this.missingArgument(e.name())}),!(this.registeredArguments.length>0&&this.registeredArguments[this.registeredArguments.length-1].variadic)&&this.args.length>this.registeredArguments.length&&this._excessArguments(this.args)}_processArguments(){let e=u((n,r,i)=>{let o=r;if(r!==null&&n.parseArg){let l=`error: command-argument value '${r}' is invalid for argument '${n.name()}'.`;o=this._callParseArg(n,r,i,l)}return o},"myParseArg");this._checkNumberOfArguments();let t=[];this.registeredArguments.forEach((n,r)=>{let i=n.defaultValue;n.variadic?r<this.args.length?(i=this.args.slice(r),n.parseArg&&(i=i.reduce((o,l)=>e(n,l,o),n.defaultValue))):i===void 0&&(i=[]):r<this.args.length&&(i=this.args[r],n.parseArg&&(i=e(n,i,n.defaultValue))),t[r]=i}),this.processedArgs=t}_chainOrCall(e,t){return e?.then&&typeof e.then=="function"?e.then(()=>t()):t()}_chainOrCallHooks(e,t){let n=e,r=[];return this._getCommandAndAncestors().reverse().filter(i=>i._lifeCycleHooks[t]!==void 0).forEach(i=>{i._lifeCycleHooks[t].forEach(o=>{r.push({hookedCommand:i,callback:o})})}),t==="postAction"&&r.reverse(),r.forEach(i=>{n=this._chainOrCall(n,()=>i.callback(i.hookedCommand,this))}),n}_chainOrCallSubCommandHook(e,t,n){let r=e;return this._lifeCycleHooks[n]!==void 0&&this._lifeCycleHooks[n].forEach(i=>{r=this._chainOrCall(r,()=>i(this,t))}),r}_parseCommand(e,t){let n=this.parseOptions(t);if(this._parseOptionsEnv(),this._parseOptionsImplied(),e=e.concat(n.operands),t=n.unknown,this.args=e.concat(t),e&&this._findCommand(e[0]))return this._dispatchSubcommand(e[0],e.slice(1),t);if(this._getHelpCommand()&&e[0]===this._getHelpCommand().name())return this._dispatchHelpCommand(e[1]);if(this._defaultCommandName)return this._outputHelpIfRequested(t),this._dispatchSubcommand(this._defaultCommandName,e,t);this.commands.length&&this.args.length===0&&!this._actionHandler&&!this._defaultCommandName&&this.help({error:!0}),this._outputHelpIfRequested(n.unknown),this._checkForMissingMandatoryOptions(),this._checkForConflictingOptions();let r=u(()=>{n.unknown.length>0&&this.unknownOption(n.unknown[0])},"checkForUnknownOptions"),i=`command:${this.name()}`;if(this._actionHandler){r(),this._processArguments();let o;return o=this._chainOrCallHooks(o,"preAction"),o=this._chainOrCall(o,()=>this._actionHandler(this.processedArgs)),this.parent&&(o=this._chainOrCall(o,()=>{this.parent.emit(i,e,t)})),o=this._chainOrCallHooks(o,"postAction"),o}if(this.parent?.listenerCount(i))r(),this._processArguments(),this.parent.emit(i,e,t);else if(e.length){if(this._findCommand("*"))return this._dispatchSubcommand("*",e,t);this.listenerCount("command:*")?this.emit("command:*",e,t):this.commands.length?this.unknownCommand():(r(),this._processArguments())}else this.commands.length?(r(),this.help({error:!0})):(r(),this._processArguments())}_findCommand(e){if(e)return this.commands.find(t=>t._name===e||t._aliases.includes(e))}_findOption(e){return this.options.find(t=>t.is(e))}_checkForMissingMandatoryOptions(){this._getCommandAndAncestors().forEach(e=>{e.options.forEach(t=>{t.mandatory&&e.getOptionValue(t.attributeName())===void 0&&e.missingMandatoryOptionValue(t)})})}_checkForConflictingLocalOptions(){let e=this.options.filter(n=>{let r=n.attributeName();return this.getOptionValue(r)===void 0?!1:this.getOptionValueSource(r)!=="default"});e.filter(n=>n.conflictsWith.length>0).forEach(n=>{let r=e.find(i=>n.conflictsWith.includes(i.attributeName()));r&&this._conflictingOption(n,r)})}_checkForConflictingOptions(){this._getCommandAndAncestors().forEach(e=>{e._checkForConflictingLocalOptions()})}parseOptions(e){let t=[],n=[],r=t;function i(c){return c.length>1&&c[0]==="-"}u(i,"maybeOption");let o=u(c=>/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(c)?!this._getCommandAndAncestors().some(_=>_.options.map(p=>p.short).some(p=>/^-\d$/.test(p))):!1,"negativeNumberArg"),l=null,a=null,d=0;for(;d<e.length||a;){let c=a??e[d++];if(a=null,c==="--"){r===n&&r.push(c),r.push(...e.slice(d));break}if(l&&(!i(c)||o(c))){this.emit(`option:${l.name()}`,c);continue}if(l=null,i(c)){let _=this._findOption(c);if(_){if(_.required){let p=e[d++];p===void 0&&this.optionMissingArgument(_),this.emit(`option:${_.name()}`,p)}else if(_.optional){let p=null;d<e.length&&(!i(e[d])||o(e[d]))&&(p=e[d++]),this.emit(`option:${_.name()}`,p)}else this.emit(`option:${_.name()}`);l=_.variadic?_:null;continue}}if(c.length>2&&c[0]==="-"&&c[1]!=="-"){let _=this._findOption(`-${c[1]}`);if(_){_.required||_.optional&&this._combineFlagAndOptionalValue?this.emit(`option:${_.name()}`,c.slice(2)):(this.emit(`option:${_.name()}`),a=`-${c.slice(2)}`);continue}}if(/^--[^=]+=/.test(c)){let _=c.indexOf("="),p=this._findOption(c.slice(0,_));if(p&&(p.required||p.optional)){this.emit(`option:${p.name()}`,c.slice(_+1));continue}}if(r===t&&i(c)&&!(this.commands.length===0&&o(c))&&(r=n),(this._enablePositionalOptions||this._passThroughOptions)&&t.length===0&&n.length===0){if(this._findCommand(c)){t.push(c),n.push(...e.slice(d));break}else if(this._getHelpCommand()&&c===this._getHelpCommand().name()){t.push(c,...e.slice(d));break}else if(this._defaultCommandName){n.push(c,...e.slice(d));break}}if(this._passThroughOptions){r.push(c,...e.slice(d));break}r.push(c)}return{operands:t,unknown:n}}opts(){if(this._storeOptionsAsProperties){let e={},t=this.options.length;for(let n=0;n<t;n++){let r=this.options[n].attributeName();e[r]=r===this._versionOptionName?this._version:this[r]}return e}return this._optionValues}optsWithGlobals(){return this._getCommandAndAncestors().reduce((e,t)=>Object.assign(e,t.opts()),{})}error(e,t){this._outputConfiguration.outputError(`${e}
`,this._outputConfiguration.writeErr),typeof this._showHelpAfterError=="string"?this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`):this._showHelpAfterError&&(this._outputConfiguration.writeErr(`
`),this.outputHelp({error:!0}));let n=t||{},r=n.exitCode||1,i=n.code||"commander.error";this._exit(r,i,e)}_parseOptionsEnv(){this.options.forEach(e=>{if(e.envVar&&e.envVar in h.env){let t=e.attributeName();(this.getOptionValue(t)===void 0||["default","config","env"].includes(this.getOptionValueSource(t)))&&(e.required||e.optional?this.emit(`optionEnv:${e.name()}`,h.env[e.envVar]):this.emit(`optionEnv:${e.name()}`))}})}_parseOptionsImplied(){let e=new Xr(this.options),t=u(n=>this.getOptionValue(n)!==void 0&&!["default","implied"].includes(this.getOptionValueSource(n)),"hasCustomOptionValue");this.options.filter(n=>n.implied!==void 0&&t(n.attributeName())&&e.valueFromOption(this.getOptionValue(n.attributeName()),n)).forEach(n=>{Object.keys(n.implied).filter(r=>!t(r)).forEach(r=>{this.setOptionValueWithSource(r,n.implied[r],"implied")})})}missingArgument(e){let t=`error: missing required argument '${e}'`;this.error(t,{code:"commander.missingArgument"})}optionMissingArgument(e){let t=`error: option '${e.flags}' argument missing`;this.error(t,{code:"commander.optionMissingArgument"})}missingMandatoryOptionValue(e){let t=`error: required option '${e.flags}' not specified`;this.error(t,{code:"commander.missingMandatoryOptionValue"})}_conflictingOption(e,t){let n=u(o=>{let l=o.attributeName(),a=this.getOptionValue(l),d=this.options.find(_=>_.negate&&l===_.attributeName()),c=this.options.find(_=>!_.negate&&l===_.attributeName());return d&&(d.presetArg===void 0&&a===!1||d.presetArg!==void 0&&a===d.presetArg)?d:c||o},"findBestOptionFromValue"),r=u(o=>{let l=n(o),a=l.attributeName();return this.getOptionValueSource(a)==="env"?`environment variable '${l.envVar}'`:`option '${l.flags}'`},"getErrorMessage"),i=`error: ${r(e)} cannot be used with ${r(t)}`;this.error(i,{code:"commander.conflictingOption"})}unknownOption(e){if(this._allowUnknownOption)return;let t="";if(e.startsWith("--")&&this._showSuggestionAfterError){let r=[],i=this;do{let o=i.createHelp().visibleOptions(i).filter(l=>l.long).map(l=>l.long);r=r.concat(o),i=i.parent}while(i&&!i._enablePositionalOptions);t=Jt(e,r)}let n=`error: unknown option '${e}'${t}`;this.error(n,{code:"commander.unknownOption"})}_excessArguments(e){if(this._allowExcessArguments)return;let t=this.registeredArguments.length,n=t===1?"":"s",i=`error: too many arguments${this.parent?` for '${this.name()}'`:""}. Expected ${t} argument${n} but got ${e.length}.`;this.error(i,{code:"commander.excessArguments"})}unknownCommand(){let e=this.args[0],t="";if(this._showSuggestionAfterError){let r=[];this.createHelp().visibleCommands(this).forEach(i=>{r.push(i.name()),i.alias()&&r.push(i.alias())}),t=Jt(e,r)}let n=`error: unknown command '${e}'${t}`;this.error(n,{code:"commander.unknownCommand"})}version(e,t,n){if(e===void 0)return this._version;this._version=e,t=t||"-V, --version",n=n||"output the version number";let r=this.createOption(t,n);return this._versionOptionName=r.attributeName(),this._registerOption(r),this.on("option:"+r.name(),()=>{this._outputConfiguration.writeOut(`${e}
`),this._exit(0,"commander.version",e)}),this}description(e,t){return e===void 0&&t===void 0?this._description:(this._description=e,t&&(this._argsDescription=t),this)}summary(e){return e===void 0?this._summary:(this._summary=e,this)}alias(e){if(e===void 0)return this._aliases[0];let t=this;if(this.commands.length!==0&&this.commands[this.commands.length-1]._executableHandler&&(t=this.commands[this.commands.length-1]),e===t._name)throw new Error("Command alias can't be the same as its name");let n=this.parent?._findCommand(e);if(n){let r=[n.name()].concat(n.aliases()).join("|");throw new Error(`cannot add alias '${e}' to command '${this.name()}' as already have command '${r}'`)}return t._aliases.push(e),this}aliases(e){return e===void 0?this._aliases:(e.forEach(t=>this.alias(t)),this)}usage(e){if(e===void 0){if(this._usage)return this._usage;let t=this.registeredArguments.map(n=>zr(n));return[].concat(this.options.length||this._helpOption!==null?"[options]":[],this.commands.length?"[command]":[],this.registeredArguments.length?t:[]).join(" ")}return this._usage=e,this}name(e){return e===void 0?this._name:(this._name=e,this)}helpGroup(e){return e===void 0?this._helpGroupHeading??"":(this._helpGroupHeading=e,this)}commandsGroup(e){return e===void 0?this._defaultCommandGroup??"":(this._defaultCommandGroup=e,this)}optionsGroup(e){return e===void 0?this._defaultOptionGroup??"":(this._defaultOptionGroup=e,this)}_initOptionGroup(e){this._defaultOptionGroup&&!e.helpGroupHeading&&e.helpGroup(this._defaultOptionGroup)}_initCommandGroup(e){this._defaultCommandGroup&&!e.helpGroup()&&e.helpGroup(this._defaultCommandGroup)}nameFromFilename(e){return this._name=C.basename(e,C.extname(e)),this}executableDir(e){return e===void 0?this._executableDir:(this._executableDir=e,this)}helpInformation(e){let t=this.createHelp(),n=this._getOutputContext(e);t.prepareContext({error:n.error,helpWidth:n.helpWidth,outputHasColors:n.hasColors});let r=t.formatHelp(this,t);return n.hasColors?r:this._outputConfiguration.stripColor(r)}_getOutputContext(e){e=e||{};let t=!!e.error,n,r,i;return t?(n=u(l=>this._outputConfiguration.writeErr(l),"baseWrite"),r=this._outputConfiguration.getErrHasColors(),i=this._outputConfiguration.getErrHelpWidth()):(n=u(l=>this._outputConfiguration.writeOut(l),"baseWrite"),r=this._outputConfiguration.getOutHasColors(),i=this._outputConfiguration.getOutHelpWidth()),{error:t,write:u(l=>(r||(l=this._outputConfiguration.stripColor(l)),n(l)),"write"),hasColors:r,helpWidth:i}}outputHelp(e){let t;typeof e=="function"&&(t=e,e=void 0);let n=this._getOutputContext(e),r={error:n.error,write:n.write,command:this};this._getCommandAndAncestors().reverse().forEach(o=>o.emit("beforeAllHelp",r)),this.emit("beforeHelp",r);let i=this.helpInformation({error:n.error});if(t&&(i=t(i),typeof i!="string"&&!Buffer.isBuffer(i)))throw new Error("outputHelp callback must return a string or a Buffer");n.write(i),this._getHelpOption()?.long&&this.emit(this._getHelpOption().long),this.emit("afterHelp",r),this._getCommandAndAncestors().forEach(o=>o.emit("afterAllHelp",r))}helpOption(e,t){return typeof e=="boolean"?(e?(this._helpOption===null&&(this._helpOption=void 0),this._defaultOptionGroup&&this._initOptionGroup(this._getHelpOption())):this._helpOption=null,this):(this._helpOption=this.createOption(e??"-h, --help",t??"display help for command"),(e||t)&&this._initOptionGroup(this._helpOption),this)}_getHelpOption(){return this._helpOption===void 0&&this.helpOption(void 0,void 0),this._helpOption}addHelpOption(e){return this._helpOption=e,this._initOptionGroup(e),this}help(e){this.outputHelp(e);let t=Number(h.exitCode??0);t===0&&e&&typeof e!="function"&&e.error&&(t=1),this._exit(t,"commander.help","(outputHelp)")}addHelpText(e,t){let n=["beforeAll","before","after","afterAll"];if(!n.includes(e))throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${n.join("', '")}'`);let r=`${e}Help`;return this.on(r,i=>{let o;typeof t=="function"?o=t({error:i.error,command:i.command}):o=t,o&&i.write(`${o}
`)}),this}_outputHelpIfRequested(e){let t=this._getHelpOption();t&&e.find(r=>t.is(r))&&(this.outputHelp(),this._exit(0,"commander.helpDisplayed","(outputHelp)"))}};function Bt(s){return s.map(e=>{if(!e.startsWith("--inspect"))return e;let t,n="127.0.0.1",r="9229",i;return(i=e.match(/^(--inspect(-brk)?)$/))!==null?t=i[1]:(i=e.match(/^(--inspect(-brk|-port)?)=([^:]+)$/))!==null?(t=i[1],/^\d+$/.test(i[3])?r=i[3]:n=i[3]):(i=e.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/))!==null&&(t=i[1],n=i[3],r=i[4]),t&&r!=="0"?`${t}=${n}:${parseInt(r)+1}`:e})}u(Bt,"incrementNodeInspectorPort");function Ce(){if(h.env.NO_COLOR||h.env.FORCE_COLOR==="0"||h.env.FORCE_COLOR==="false")return!1;if(h.env.FORCE_COLOR||h.env.CLICOLOR_FORCE!==void 0)return!0}u(Ce,"useColor");Ee.Command=Ae;Ee.useColor=Ce});var Zt=T(b=>{var{Argument:Kt}=K(),{Command:Se}=zt(),{CommanderError:Zr,InvalidArgumentError:Yt}=D(),{Help:Qr}=ye(),{Option:Xt}=ke();b.program=new Se;b.createCommand=s=>new Se(s);b.createOption=(s,e)=>new Xt(s,e);b.createArgument=(s,e)=>new Kt(s,e);b.Command=Se;b.Option=Xt;b.Argument=Kt;b.Help=Qr;b.CommanderError=Zr;b.InvalidArgumentError=Yt;b.InvalidOptionArgumentError=Yt});import{join as Pr,resolve as ce}from"node:path";async function et(s,e,t){let{report:n,messages:r}=await j(s,e,t),[i]=r.values(),[o]=n.nodes[0]?.steps??[],l=o?.status==="succeeded"?i?.bpcs_output:void 0;return{report:n,envelope:l??i?.eps??ln(s,n)}}u(et,"execAction");function ln({host:s},e){let[t]=e.problems,[n]=e.nodes[0]?.steps??[],r=t??n?.error,i=r!==void 0&&q(r.kind)?r.kind:"cancelled";return Ie({fault:{kind:i,message:r?.message??N[i].advice,executed:n?.executed??"no"},stamp:{messageId:s.uuid(),createdAt:s.now()},trace:{traceId:s.hex(16),spanId:s.hex(8)},correlationId:e.correlation_id,source:"LOM",...e.action===void 0?{}:{action:e.action}})}u(ln,"problemMessage");function tt(s){let e=Object.keys(N).filter(q),t=e.filter(r=>r===s||String(N[r].code)===s);if(t.length>0)return t.map(r=>({kind:r,classification:Re(N[r].code),...N[r]}));let n=S(s,e);return`there is no error kind or code ${JSON.stringify(s.slice(0,80))}${n===void 0?"":`; did you mean ${n}?`}`}u(tt,"explain");function nt(s){return s.map(({kind:e,code:t,classification:n,severity:r,executed:i,retryable:o,advice:l})=>[`${e} (${t}, ${n}, ${r})`,`  executed: ${dn[i]}`,`  ${o?"may be tried again: nothing was started":"is not tried again by itself"}`,`  next: ${l}`,""].join(`
`)).join(`
`)}u(nt,"explainText");var dn={no:"no, the plugin was not started",yes:"yes, the plugin was started and its end was seen",unknown:"unknown, nobody can say without looking"};async function rt(s){let e=await v(s),t=e.runbookNames.map(n=>e.runbook(n));return{runbooks:t.flatMap(n=>{if(n?.kind!=="runbook")return[];let{name:r,description:i,owner:o}=n.runbook.declaration;return[{name:r,description:i,...o===void 0?{}:{owner:o}}]}),actions:[...e.registry.actions.values()].map(({name:n,module:r,moduleVersion:i,declaration:o})=>({name:n,module:r,version:i,effect:o.effect,become:o.become??!1,description:o.description})),nodes:[...e.inventory.nodes.values()].map(({name:n,transport:r,labels:i})=>({name:n,transport:r,labels:i})),problems:[...e.problems,...t.flatMap(n=>n?.kind==="problems"?n.problems:[])]}}u(rt,"listProject");function it({runbooks:s,actions:e,nodes:t,problems:n}){return`${["runbooks:",...re(s.map(({name:i,description:o})=>[i,o])),"","actions:",...re(e.map(({name:i,effect:o,become:l,module:a,version:d,description:c})=>[i,l?`${o}, as root`:o,`${a} ${d}`,c])),"","nodes:",...re(t.map(({name:i,transport:o,labels:l})=>[i,o,Object.entries(l).map(([a,d])=>`${a}=${d}`).join(",")])),...n.length===0?[]:["",`${n.length} problems leave something out of this list: rune validate`]].map($).join(`
`)}
`}u(it,"listText");function re(s){if(s.length===0)return["  none"];let e=(s[0]??[]).map((t,n)=>Math.max(...s.map(r=>r[n]?.length??0)));return s.map(t=>`  ${t.map((n,r)=>n.padEnd(e[r]??0)).join("  ").trimEnd()}`)}u(re,"table");import{readFile as wn}from"node:fs/promises";import{join as kn}from"node:path";import{createHash as cn}from"node:crypto";import{createReadStream as _n}from"node:fs";import{readdir as pn,readFile as hn}from"node:fs/promises";import{join as ie,relative as fn,sep as mn}from"node:path";import{pipeline as gn}from"node:stream/promises";async function st(s,e){let t;try{t=await hn(ie(s,I))}catch(l){return{flaws:[{path:I,reason:ot(l)}],events:0,files:0,complete:!1}}let n=Ye(t,e),r=n.kind==="intact"?n.events:n.before,i=new Map(r.flatMap($n)),o=n.kind==="broken"?[{path:I,line:n.line,reason:n.reason}]:[];for(let[l,a]of i){let d=yn(l)?await xn(ie(s,l),a):"it is named by the chain and lies outside of the record";d!==void 0&&o.push({path:l,reason:d})}for(let l of await pn(s,{recursive:!0,withFileTypes:!0})){let a=fn(s,ie(l.parentPath,l.name)).split(mn).join("/");l.isDirectory()||a===I||i.has(a)||o.push({path:a,reason:bn(l)})}return{flaws:o,events:r.length,...n.kind==="intact"?{head:n.head}:{},files:i.size,complete:r.at(-1)?.type==="run-ended"}}u(st,"verifyFolder");function $n(s){let e=s.data?.files;return typeof e!="object"||e===null?[]:Object.entries(e).map(([t,n])=>[t,String(n)])}u($n,"digestsOf");var yn=u(s=>/^[A-Za-z0-9._/-]+$/.test(s)&&!s.startsWith("/")&&!s.split("/").includes(".."),"inside");async function xn(s,e){let t=cn("sha256");try{await gn(_n(s),t)}catch(r){return ot(r)}let n=t.digest("hex");return n===e?void 0:`its digest is ${n}, the run wrote ${e}`}u(xn,"flawOf");var bn=u(s=>s.isFile()?"the chain does not name it":"it is not a regular file","strange"),ot=u(s=>x(s)==="ENOENT"?"it is missing":y(s).message,"unreadable");async function at(s){let e=u(l=>({kind:"none",problem:ee(Z("record-invalid",`${s} is not a record: ${l}`))}),"none"),t=await Xe(s).catch(l=>({kind:"nothing",reason:y(l).message}));if(t.kind==="nothing")return e(t.reason);let n;if(t.kind==="recovered")n=t.report;else try{n=JSON.parse(await wn(kn(s,G),"utf8"))}catch(l){return e(`${G}: ${x(l)??y(l).message}`)}if(!U("report",n))return e(`${G} is not a run report`);let r=await st(s),o=(t.kind==="recovered"?[]:r.flaws).map(({path:l,line:a,reason:d})=>ee(Z("record-invalid",`${l}${a===void 0?"":`:${a}`}: ${d}`)));return{kind:"report",report:n,problems:o}}u(at,"readReport");async function ut(s,e){let t=await v(s),n=t.runbook(e),[r]=n?.kind==="problems"?n.problems:[];if(r!==void 0)return{problem:r};let i=t.registry.actions.get(e),o=t.inventory.nodes.get(e);return n===void 0&&i===void 0&&o===void 0?{problem:On(e,t)}:{...n?.kind==="runbook"?{runbook:n.runbook.declaration}:{},...i===void 0?{}:{action:{name:e,module:i.module,version:i.moduleVersion,bundle_sha256:i.bundle.sha256,...i.declaration}},...o===void 0?{}:{node:o}}}u(ut,"showName");function On(s,e){let t=[...e.runbookNames,...e.registry.actions.keys(),...e.inventory.nodes.keys()],n=S(s,t);return g({kind:"runbook-unknown",rule:"show",message:`there is no runbook, action or node ${JSON.stringify(s)}${n===void 0?"":`; did you mean ${n}?`}`})}u(On,"nothing");function lt({runbook:s,action:e,node:t}){return`${[s===void 0?[]:vn(s),e===void 0?[]:An(e),t===void 0?[]:Cn(t)].filter(r=>r.length>0).map(r=>r.map($).join(`
`)).join(`

`)}
`}u(lt,"showText");function vn({name:s,description:e,owner:t,inputs:n,targets:r,steps:i}){return[`runbook ${s}: ${e}`,...A("owner",t),...A("targets",r?.select??"what the request names"),...se("inputs",n),"steps:",...i.map(({id:o,uses:l})=>`  ${o===void 0||o===l?l:`${o}: ${l}`}`)]}u(vn,"runbookLines");function An(s){let{name:e,module:t,version:n,description:r,effect:i,become:o,timeout:l,requires:a,privileges:d}=s;return[`action ${e} (${t} ${n}): ${r}`,`effect: ${i}${o?", as root":""}`,...A("time limit",l),...A("requires",a?.join(", ")),...A("privileges",d),...A("bundle sha256",s.bundle_sha256),...se("inputs",s.input),...se("outputs",s.output),...s.errors===void 0?[]:["errors:",...s.errors.map(({code:c,means:_})=>`  ${c}  ${_}`)]]}u(An,"actionLines");function Cn({name:s,transport:e,address:t,port:n,user:r,hostKeySha256:i,labels:o}){return[`node ${s}: ${e}`,...A("address",t===void 0?void 0:`${r}@${t} port ${n}`),...A("host key",e==="ssh"?i??"none is pinned: it is not connected to":void 0),...A("labels",Object.entries(o).map(([l,a])=>`${l}=${a}`).join(",")||void 0)]}u(Cn,"nodeLines");function A(s,e){return e===void 0?[]:[`${s}: ${e}`]}u(A,"fact");function se(s,e={}){let t=Object.entries(e).map(([n,r])=>{let{type:i,required:o,description:l,default:a,...d}=r,c=Object.entries(d).filter(([,p])=>typeof p!="object").map(([p,m])=>`${p} ${String(m)}`),_=[i,...o?["required"]:[],...a===void 0?[]:[`default ${JSON.stringify(a)}`],...c];return`  ${n}: ${_.join(", ")}${l===void 0?"":`. ${l}`}`});return t.length===0?[]:[`${s}:`,...t]}u(se,"parameterLines");var dt=`# shellcheck shell=bash disable=SC2034 # the RUNE_* variables are for plugins
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
`;function ct(s,e){let t=`plugins/${s}`,n=u((r,i,o)=>({path:`${t}/tests/${e}/${r}/${i}`,text:o}),"test");return[{path:`${t}/module.yaml`,text:Sn(s,e)},{path:`${t}/${e}.sh`,text:Tn,executable:!0},{path:`${t}/README.md`,text:Nn(s,e)},n("reports-a-file","input.json",J({params:{path:"note.txt"}})),n("reports-a-file","expect.json",J({exit:0,output:{path:"note.txt",size_bytes:6}})),n("reports-a-file","work/note.txt",`hello
`),n("missing-file","input.json",J({params:{path:"no-such-file"}})),n("missing-file","expect.json",J({exit:2,error:{code:2,message:"there is no file"}}))]}u(ct,"pluginFiles");var _t={path:"plugins/lib/rune_bpcs.sh",text:dt},J=u(s=>`${JSON.stringify(s,null,2)}
`,"json");function Sn(s,e){return`module: ${s}
version: 0.1.0
description: What this module is for
actions:
  ${e}:
    description: Report the size of one file
    run: ${e}.sh
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
`}u(Sn,"manifest");var Tn=`#!/usr/bin/env bash
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
`;function Nn(s,e){return`# ${s}

- \`module.yaml\`: what the action \`${e}\` takes, gives and may do
- \`${e}.sh\`: the script that runs on the node
- \`tests/${e}/<case>/\`: \`input.json\` and what has to come of it, \`expect.json\`

\`\`\`sh
rune validate
rune test ${s}
\`\`\`
`}u(Nn,"readme");function pt(s){let e=u(({declaration:t})=>["read","change","destructive"].indexOf(t.effect)*100+ft(t).length,"cost");return[...s].sort((t,n)=>e(t)-e(n)||(t.name<n.name?-1:1))[0]}u(pt,"simplestAction");function ht(s,{name:e,declaration:t}){let n=ft(t);return[`name: ${s}`,"description: What this runbook is for, and when to use it","owner: the team that answers for it",...n.length===0?[]:["inputs:"],...n.map(([r,i])=>`  ${r}: ${JSON.stringify(i)}`),...t.effect==="read"?[]:["targets:","  select: role=web","  max: 10"],"steps:",`  - id: ${e}`,`    uses: ${e}`,...n.length===0?[]:["    with:"],...n.map(([r])=>`      ${r}: \${{ inputs.${r} }}`),""].join(`
`)}u(ht,"runbookText");function ft({input:s={}}){return Object.entries(s).filter(([,e])=>e.required===!0)}u(ft,"requiredOf");import{lstat as Fn,mkdir as Rn,writeFile as jn}from"node:fs/promises";import{dirname as Pn,join as oe}from"node:path";async function F(s,e,t=[]){for(let n of[...t,...e.map(r=>r.path)])if(await In(oe(s,n)))return w(`${n} is there already; choose another name, or remove it first`,n);for(let{path:n,text:r,executable:i}of e)await Rn(Pn(oe(s,n)),{recursive:!0}),await jn(oe(s,n),r,{flag:"wx",mode:i?493:420});return{kind:"written",files:e.map(({path:n})=>n)}}u(F,"writeNewFiles");function w(s,e){return{kind:"refused",problem:g({kind:"request-invalid",rule:"new",message:s,...e===void 0?{}:{file:e}})}}u(w,"refuse");async function In(s){try{return await Fn(s),!0}catch(e){if(["ENOENT","ENOTDIR"].includes(x(e)??""))return!1;throw e}}u(In,"exists");var mt=/^[a-z][a-z0-9_]{0,63}$/,Mn=/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;async function gt(s,e,t=e){for(let[l,a]of[["an action",e],["a module",t]])if(!mt.test(a))return w(Hn(l,a));if(t==="lib")return w("plugins/lib is the shared library; choose another module");let r=(await v(s)).registry.actions.get(e);if(r!==void 0)return w(`the module ${r.module} has an action ${e} already; choose another name`);let i=await F(s,ct(t,e),[`plugins/${t}`]);if(i.kind==="refused")return i;let o=await F(s,[_t]);return o.kind==="refused"?i:{kind:"written",files:[...i.files,...o.files]}}u(gt,"newPlugin");async function $t(s,e){if(!Mn.test(e))return w(`${JSON.stringify(e.slice(0,200))} is no name of a runbook; expected letters, digits, dot, underscore and hyphen, at most 128, starting with a letter or digit`);let t=await v(s),n=t.runbookNames.find(i=>i.toLowerCase()===e.toLowerCase());if(n!==void 0)return w(`there is a runbook ${n} already; choose another name`,`runbooks/${n}.yaml`);let r=pt([...t.registry.actions.values()]);return r===void 0?w("a runbook calls actions, and this project has none; rune new plugin NAME makes one"):F(s,[{path:`runbooks/${e}.yaml`,text:ht(e,r)}])}u($t,"newRunbook");function Hn(s,e){let t=e.toLowerCase().replace(/[^a-z0-9]+/g,"_"),n=mt.test(t)?`; ${t} would be one`:"";return`${JSON.stringify(e.slice(0,200))} is no name of ${s}; expected lower case letters, digits and underscores, at most 64, starting with a letter${n}`}u(Hn,"badActionName");function yt(s,e){let{bpcs_input:t,bpcs_output:n,evidence:r}=e;if(t===void 0||n===void 0||r?.exit_code===void 0)return;let i={params:t.payload.input_parameters,...t.payload.context?.dry_run===!0?{context:{dry_run:!0}}:{}},o={exit:r.exit_code,...n.payload===null?{error:{code:n.error.code,message:n.error.message.slice(0,1e3)}}:{output:n.payload.output_data??{}}},l=u((a,d)=>({path:`${s}/${a}`,text:`${JSON.stringify(d,null,2)}
`}),"file");return[l("input.json",i),l("expect.json",o)]}u(yt,"recordedFixture");var Dn=/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;async function xt(s,e,t){let{name:n,root:r}=t;if(!Dn.test(n))return w(`${JSON.stringify(n.slice(0,200))} is no name of a case; expected letters, digits, dot, underscore and hyphen`);let{registry:i}=await v(r),o=i.actions.get(e.action)?.module,l=`plugins/${o}/tests/${e.action}/${n}`;if(o!==void 0){let f=await F(r,[],[l]);if(f.kind==="refused")return f}let{report:a,messages:d}=await j(s,e,t),[c]=d.values(),_=c===void 0?void 0:yt(l,c),[p]=a.problems;if(_===void 0){let f=a.nodes[0]?.error??a.nodes[0]?.steps[0]?.error,k=f===void 0?"nothing was run":`${f.kind}: ${f.message}`;return{kind:"refused",problem:p??w(`there is no answer to record: ${k}`).problem,report:a}}return{...await F(r,_),report:a}}u(xt,"recordCase");var Vn={bytes:2*1024*1024,scalarBytes:1024*1024,depth:60,nodes:5e4};function kt(s,e){let[t="",n=""]=s.split("/").slice(-2),r=bt(s,e,"input","fixture-input"),i=bt(s,e,"expect","fixture-expect"),o=[..."problems"in r?r.problems:[],..."problems"in i?i.problems:Ln(i.value,i.document),...e.flatMap(l=>Un(s,l))];return o.length>0||"problems"in r||"problems"in i?{kind:"problems",problems:o}:{kind:"fixture",fixture:{action:t,name:n,path:s,input:r.value,expect:i.value,programs:wt("bin/",e),work:wt("work/",e)}}}u(kt,"readFixture");function bt(s,e,t,n){let r=`${s}/${t}.json`,i=e.find(c=>c.path===`${t}.json`&&c.kind==="file");if(i===void 0)return{problems:[g({kind:"document-missing",rule:"fixture",message:"this file is missing; a case has an input.json and an expect.json",file:r})]};let o=Ge(r,i.bytes,Vn);if(o.kind==="problems")return o;let{document:l}=o,{value:a}=l,d=qn(r,i.bytes);return d!==void 0?{problems:[d]}:U(n,a)?{value:a,document:l}:{problems:qe(Me(n,a),l)}}u(bt,"readPart");function qn(s,e){try{JSON.parse(Buffer.from(e).toString("utf8"));return}catch(t){let n=`is YAML, but not JSON: ${y(t).message}`;return g({kind:"document-parse",rule:"json",message:n,file:s})}}u(qn,"notJson");function Ln(s,{file:e}){let t=[s.output,s.error].filter(r=>r!==void 0).length;return t===1?[]:[g({kind:"document-schema",rule:"fixture",message:`expected exactly one of output and error, found ${t===0?"neither":"both"}`,file:e})]}u(Ln,"oneAnswer");function Un(s,{path:e,kind:t}){let n=u(r=>[g({kind:"plugin-file",rule:"fixture",message:r,file:`${s}/${e}`})],"refuse");return t!=="file"?n(`is a ${t}, not a regular file`):/^(?:input\.json|expect\.json|README.*|bin\/[^/]+|work\/.+)$/.test(e)?[]:n("a case holds input.json, expect.json, programs directly in bin/, and files of the working folder in work/")}u(Un,"misplaced");function wt(s,e){return e.flatMap(t=>t.path.startsWith(s)?[{...t,path:t.path.slice(s.length)}]:[])}u(wt,"below");function B(s,e,t=""){let n=t===""?"the output":t;return Array.isArray(s)?Array.isArray(e)?e.length!==s.length?[`${n} has ${e.length} items, expected ${s.length}: found ${E(e)}, expected ${E(s)}`]:s.flatMap((r,i)=>B(r,e[i],`${t}/${i}`)):[`${n} is ${E(e)}, expected a list`]:Ot(s)?Ot(e)?Object.entries(s).flatMap(([r,i])=>{let o=`${t}/${r.replaceAll("~","~0").replaceAll("/","~1")}`;return Object.hasOwn(e,r)?B(i,e[r],o):[`${o} is missing, expected ${E(i)}`]}):[`${n} is ${E(e)}, expected an object`]:Object.is(s,e)||s===0&&e===0?[]:[`${n} is ${E(e)}, expected ${E(s)}`]}u(B,"differences");function Ot(s){return typeof s=="object"&&s!==null&&!Array.isArray(s)}u(Ot,"isObject");var Gn=100,Wn=2e3,Jn=4e3,Bn=20;function vt({result:s,record:e,stderr:t},n){let{action:r,fixture:i,dryRun:o}=n,l=s.payload.data,a=[...zn(n),...Kn(l,e.bpcs_output,e.evidence?.exit_code,n),...Xn(n)].slice(0,Bn).map(({check:d,message:c})=>({check:d,message:c.slice(0,Jn)}));return{module:r.module,action:r.name,case:i.name,path:i.path,status:a.length===0?"passed":"failed",dry_run:o,...l.duration_ms===void 0?{}:{duration_ms:Math.round(l.duration_ms)},failures:a,warnings:l.warnings.map(d=>d.slice(0,1e3)),...a.length===0||t===void 0?{}:{stderr:t.slice(0,Wn)}}}u(vt,"judge");function zn({action:s,fixture:e,dryRun:t,refused:n}){let r=[];if(t&&s.declaration["dry-run"]!==!0){let i=`${s.name} does not declare dry-run, so a dry run stops before it; declare it in module.yaml or take dry_run out of input.json`;r.push({check:"dry-run",message:i})}if(e.expect.output!==void 0&&n.length>0){let o=`a run would refuse these parameters, so a success cannot be expected: ${n.map(({pointer:l,message:a})=>`${l||"/"} ${a}`).join("; ")}`;r.push({check:"input",message:o})}return r}u(zn,"planFailures");function Kn({error:s},e,t,{action:n,fixture:r}){let{expect:i}=r;if(s!==void 0&&s.kind!=="plugin-error")return[{check:"contract",message:`${s.kind}: ${s.message}`}];let o=t===i.exit?[]:[{check:"exit",message:`the exit status is ${t??"unknown"}, expected ${i.exit}`}];if(e===void 0)return o;if(e.payload!==null){if(i.error!==void 0)return[...o,{check:"error",message:`it succeeded, expected error ${i.error.code}`}];let l=e.payload.output_data??{};return[...o,...B(i.output,l).map(a=>({check:"output",message:a}))]}return[...o,...Yn(e.error,n,r)]}u(Kn,"answerFailures");function Yn({code:s,message:e},t,{expect:n}){let r=[],i=`${s}: ${e}`,{errors:o=[]}=t.declaration;if(s!==Gn&&!o.some(l=>l.code===s)){let l=o.map(a=>a.code).join(", ")||"none";r.push({check:"undocumented",message:`the error code ${s} is not documented in module.yaml (errors: ${l}); it said ${i}`})}return n.error===void 0?r.push({check:"error",message:`it reported error ${i}; expected a success`}):n.error.code!==s?r.push({check:"error",message:`it reported error ${i}; expected code ${n.error.code}`}):n.error.message!==void 0&&!e.includes(n.error.message)&&r.push({check:"error",message:`its message is ${JSON.stringify(e)}, expected one with ${JSON.stringify(n.error.message)}`}),r}u(Yn,"errorFailures");function Xn({touched:s,dryRun:e,work:t}){return s.map(n=>({check:e?"dry-run":"unchanged",message:e?`a dry run must change nothing, but ${n.replaceAll(t,"the working folder")}`:n}))}u(Xn,"touchedFailures");import{mkdir as At,mkdtemp as Zn,realpath as Qn,rm as er,writeFile as tr}from"node:fs/promises";import{tmpdir as nr}from"node:os";import{dirname as rr,join as M}from"node:path";async function Et(s,e,t){let n=await Qn(await Zn(M(nr(),"rune-test-"))),r=M(n,"work"),i=M(n,"bin");await Ct(r,s.work,384),await Ct(i,s.programs,448);let o=`start-${t}.sh`,l=ir(e,r,s.programs.length>0?i:void 0);return{work:r,bundle:{...e,entry:o,interpreter:"bash",files:[...e.files,{path:o,bytes:Buffer.from(l)}]},remove:u(()=>er(n,{recursive:!0,force:!0}),"remove")}}u(Et,"openSandbox");async function Ct(s,e,t){await At(s);for(let{path:n,bytes:r}of e)await At(rr(M(s,n)),{recursive:!0}),await tr(M(s,n),r,{mode:t})}u(Ct,"writeFiles");function ir({entry:s,interpreter:e},t,n){let r=n===void 0?'"$PATH"':`${ae(n)}:"$PATH"`,i=["USER","LOGNAME","LANG","RUNE_LIB","RUNE_RUN_KEY"];return[`cd -- ${ae(t)} || exit 125`,`exec env -i PATH=${r} HOME=${ae(t)} ${i.map(o=>`${o}="$${o}"`).join(" ")} \\`,`  ${e} "\${0%/*}/${s}"`,""].join(`
`)}u(ir,"startScript");var ae=u(s=>`'${s.replaceAll("'","'\\''")}'`,"quoted");import{lstat as sr,readdir as or}from"node:fs/promises";import{join as ar}from"node:path";async function ue(s,e=2e4){try{return await ur(s,e)}catch(t){if(x(t)===void 0)throw t;return`what must not change cannot be looked at: ${y(t).message}`}}u(ue,"snapshot");async function ur(s,e){let t=new Map,n=[...s];for(let r=n.pop();r!==void 0;r=n.pop()){let i=await sr(r,{bigint:!0}).catch(lr);if(i===void 0)continue;if(t.size===e)return`more than ${e} files must not change: name fewer in unchanged`;let o=`${i.mode}:${i.uid}:${i.gid}`;if(i.isDirectory()){t.set(r,o);let l=r;n.push(...(await or(r)).map(a=>ar(l,a)))}else t.set(r,`${o}:${i.ino}:${i.size}:${i.ctimeNs}`)}return t}u(ur,"walk");function St(s,e){return[...new Set([...s.keys(),...e.keys()])].sort().flatMap(n=>{let[r,i]=[s.get(n),e.get(n)];return r===i?[]:[`${n} was ${r===void 0?"created":i===void 0?"removed":"changed"}`]})}u(St,"changes");function lr(s){if(!["ENOENT","ENOTDIR"].includes(x(s)??""))throw s}u(lr,"absent");var H="localhost";async function Tt(s,e,t,n){let r=await Et(t,e.bundle,s.host.hex(8));try{let i=t.input.context?.dry_run===!0,o=[...i?[r.work]:[],...t.expect.unchanged??[]],l={...Ue(e.declaration.input??{}),...t.input.params},[a,d]=[e.input(),e.output()];if(a.kind==="problems"||d.kind==="problems")throw new Error(`the schemas of ${e.name} are to be compiled before its cases run`);let c=await ue(o),_=await dr(s,{action:e,fixture:t,sandbox:r,params:l,check:d.check},n),p=_r(c,await ue(o));return vt(_,{action:e,fixture:t,dryRun:i,refused:a.check(l),touched:p,work:r.work})}finally{await r.remove()}}u(Tt,"runCase");async function dr(s,e,t){let{action:n,fixture:r,sandbox:i,check:o}=e,l=new Set(r.programs.map(({path:_})=>_)),{requires:a=[],interpreter:d="bash"}=n.declaration,c=s.connect({nodes:new Map([[H,{name:H,transport:"local"}]]),action:u(()=>({bundle:i.bundle,requires:[d,...a].filter(_=>!l.has(_)),become:!1,readOnly:!1,onDisconnect:"stop",outputCheck:o}),"action")});try{let _=await c.ask(cr(s.host,e),t,{ready:u(async()=>"go","ready")});return _.acknowledge?.(),_}finally{await c.close()}}u(dr,"ask");function cr(s,{action:e,fixture:t,params:n}){let r=s.uuid(),i={node:H,step:e.name,action:e.name,attempt:1,timeout_ms:e.timeoutMs,run_key:`${r}/${H}/${e.name}/do/1/1`,plan_hash:Pe(e.name),launch:s.hex(16),input_parameters:n,context:{node:H,step:e.name,attempt:1,dry_run:!1,triggered_by:"rune test",...t.input.context}};return He({stamp:{messageId:s.uuid(),createdAt:s.now()},trace:{traceId:s.hex(16),spanId:s.hex(8)},correlationId:r,eventType:"ACTION_EXECUTE_REQUEST",source:"LOM",target:"LMM",timeoutMs:e.timeoutMs,tags:[`action:${e.name}`],data:{...i}})}u(cr,"requestOf");function _r(s,e){return typeof s=="string"?[s]:typeof e=="string"?[e]:St(s,e)}u(_r,"whatChanged");import{execFile as pr}from"node:child_process";import{mkdir as hr,mkdtemp as fr,rm as mr,writeFile as gr}from"node:fs/promises";import{tmpdir as $r}from"node:os";import{dirname as yr,join as le}from"node:path";var xr=6e4,br=8*1024*1024;async function Ft(s,e){let t=s.flatMap(r=>wr(r));if(t.length===0||e.aborted)return{kind:"not-needed",problems:[]};let n=[];for(let r of t){let i=await kr(r,e);if(i==="not-installed")return{kind:"not-installed",problems:[]};n.push(...i)}return{kind:"done",problems:n}}u(Ft,"checkScripts");function wr({name:s,files:e,actions:t}){let n=new Map;for(let{declaration:i}of t){let{run:o,interpreter:l="bash"}=i;n.set(o,l==="bash"||l==="sh"?l:"other")}let r=u(({path:i})=>n.get(i)??(/\.(?:sh|bash)$/.test(i)?"bash":"other"),"dialectOf");return["bash","sh"].flatMap(i=>{let o=e.filter(l=>l.kind==="file"&&r(l)===i);return o.length===0?[]:[{module:s,dialect:i,files:o}]})}u(wr,"scriptsOf");async function kr({module:s,dialect:e,files:t},n){let r=await fr(le($r(),"rune-shellcheck-"));try{for(let{path:l,bytes:a}of t)await hr(yr(le(r,l)),{recursive:!0}),await gr(le(r,l),a);let i=await Or(r,e,t,n);if(i==="not-installed")return i;if(n.aborted)return[];let o=vr(i);return typeof o=="string"?[Nt(s,{level:"info",message:o})]:o.map(l=>Nt(s,l))}finally{await mr(r,{recursive:!0,force:!0})}}u(kr,"checkGroup");function Or(s,e,t,n){let i=[...["--norc","--format=json1",`--shell=${e}`,"--exclude=SC1090,SC1091"],"--",...t.map(({path:l})=>l)],o={cwd:s,signal:n,timeout:xr,maxBuffer:br};return new Promise(l=>{pr("shellcheck",i,o,(a,d)=>{l(x(a)==="ENOENT"?"not-installed":d)})})}u(Or,"shellcheck");function vr(s){try{let{comments:e}=JSON.parse(s);return Array.isArray(e)?e:"shellcheck answered without findings or their absence"}catch(e){return`shellcheck could not be used (0.7 or newer is needed): ${y(e).message}`}}u(vr,"commentsOf");function Nt(s,{level:e,message:t,file:n,line:r,column:i,code:o}){return g({kind:"document-schema",rule:o===void 0?"shellcheck":`SC${o}`,message:t,severity:e==="error"||e==="warning"?"error":"warning",file:n===void 0?`plugins/${s}`:`plugins/${s}/${n}`,...r===void 0||i===void 0?{}:{position:{line:r,column:i}}})}u(Nt,"finding");async function Rt(s){let{host:e,modules:t,signal:n}=s,r=e.monotonicMs(),i=[],o=[...s.problems,...t.flatMap(Cr)],l=await Ft(t,n);o.push(...l.problems);for(let{action:c,fixture:_}of t.flatMap(Ar)){if(n.aborted)break;let p=await Tt(s,c,_,n);if(n.aborted)break;i.push(p),s.ended(p)}let a=i.filter(({status:c})=>c==="failed").length,d=o.filter(({severity:c})=>c==="error").length;return{schema_version:"1.0",status:n.aborted?"cancelled":a+d>0?"failed":"good",modules:t.length,passed:i.length-a,failed:a,warnings:o.length-d+i.reduce((c,{warnings:_})=>c+_.length,0),duration_ms:Math.round(e.monotonicMs()-r),shellcheck:l.kind,cases:i,problems:Le(o)}}u(Rt,"runSuite");function Ar({actions:s,fixtures:e}){return s.flatMap(t=>e.flatMap(n=>n.kind==="fixture"&&n.fixture.action===t.name?[{action:t,fixture:n.fixture}]:[]))}u(Ar,"runnable");function Cr({name:s,actions:e,fixtures:t}){let n=e.map(o=>o.name),r=t.flatMap(o=>o.kind==="fixture"?[o.fixture]:[]),i=r.filter(({action:o})=>!n.includes(o));return[...t.flatMap(o=>o.kind==="problems"?o.problems:[]),...i.map(({action:o,path:l})=>{let a=S(o,n),d=`${s} has no action ${o}${a===void 0?"":`; did you mean ${a}?`}`;return g({kind:"action-unknown",rule:"fixture",message:d,file:l})}),...e.flatMap(o=>Er(o,r))]}u(Cr,"fixtureProblems");function Er({name:s,module:e,declaration:t},n){let r=n.filter(({action:l})=>l===s),i=u(l=>[g({kind:"document-missing",rule:"untested",message:l,severity:"warning",file:`plugins/${e}/tests/${s}`})],"warn");if(r.length===0)return i(`the action ${s} has no fixture`);let o=r.some(({input:l})=>l.context?.dry_run===!0);return t["dry-run"]===!0&&t.effect!=="read"&&!o?i(`the action ${s} declares dry-run, and no fixture tries one`):[]}u(Er,"untested");async function jt(s,e){let t=await Je(e.root),n=await We(t),r=(await t.list("plugins")).flatMap(({name:a,kind:d})=>d==="directory"&&a!=="lib"?[a]:[]),i=r.filter(a=>e.module===void 0||a===e.module),o=u((a="")=>a.startsWith("plugins/lib/")||i.some(d=>a.startsWith(`plugins/${d}/`)),"own"),l=await Promise.all(n.registry.modules.filter(({module:a})=>o(a.file)).map(({module:a})=>Tr(a.declaration.module,t,n)));return Rt({host:s.host,connect:u(a=>s.connect(a),"connect"),modules:l.map(({module:a})=>a),problems:[...i.length===0?[Sr(e.module,r)]:[],...n.registry.problems.filter(({file:a})=>o(a)),...l.flatMap(({problems:a})=>a)],signal:e.signal,ended:e.ended})}u(jt,"testModules");function Sr(s,e){let t=s===void 0?void 0:S(s,e),n=s===void 0?"there is no module below plugins/; rune new plugin NAME makes one":`there is no module ${JSON.stringify(s.slice(0,200))}${t===void 0?`; there are: ${e.join(", ")||"none"}`:`; did you mean ${t}?`}`;return g({kind:"document-missing",rule:"test",message:n})}u(Sr,"nothing");async function Tr(s,e,{registry:t}){let r=[...t.actions.values()].filter(({module:o})=>o===s).map(o=>({action:o,problems:[o.input(),o.output()].flatMap(l=>l.kind==="problems"?l.problems:[])})),{files:i}=await Q(e,`plugins/${s}`);return{module:{name:s,actions:r.flatMap(({action:o,problems:l})=>l.length===0?[o]:[]),fixtures:await Nr(s,e),files:i},problems:r.flatMap(({problems:o})=>o)}}u(Tr,"testedModule");async function Nr(s,e){let t=`plugins/${s}/tests`,n=[];for(let{name:r,kind:i}of await e.list(t))if(i==="directory")for(let{name:o,kind:l}of await e.list(`${t}/${r}`)){let a=`${t}/${r}/${o}`;if(l==="directory"){let d=await Q(e,a);n.push(d.problems.length>0?{kind:"problems",problems:d.problems}:kt(a,d.files))}else o.startsWith("README")||n.push({kind:"problems",problems:[g({kind:"plugin-file",rule:"fixture",message:"expected a folder with input.json and expect.json here",file:a})]})}return n}u(Nr,"readFixtures");function Pt(s){let e=s.duration_ms===void 0?"":`${s.duration_ms} ms`,t=s.dry_run?", dry run":"",n=`${s.module}: ${s.action}/${s.case}${t}`;return`${[`${s.status==="passed"?"passed":"FAILED"}  ${e.padStart(8)}  ${n}`,...s.failures.map(({check:i,message:o})=>`  ${i}: ${L(o,1e3)}`),...s.warnings.map(i=>`  warning: ${L(i,500)}`),...s.status==="failed"?[`  see ${s.path}`]:[],...Fr(s.stderr)].map($).join(`
`)}
`}u(Pt,"caseText");function It(s){let{status:e,modules:t,passed:n,failed:r,warnings:i,duration_ms:o,shellcheck:l}=s,a=l==="not-installed"?["shell scripts were not checked: shellcheck is not installed"]:[],d=s.problems.filter(({severity:_})=>_==="error").length,c=[`${n} passed`,...r>0?[`${r} failed`]:[],...d>0?[de(d,"problem")]:[],...i>0?[de(i,"warning")]:[]];return[O(s.problems),...a.map(_=>`${_}
`),`${e.toUpperCase()}: ${de(t,"module")}, ${c.join(", ")}, in ${(o/1e3).toFixed(1)} s
`].join("")}u(It,"testText");function Fr(s){return s===void 0?[]:s.split(`
`).filter(t=>t.trim()!=="").slice(0,10).map(t=>`  stderr: ${L(t,300)}`)}u(Fr,"stderrLines");var de=u((s,e)=>`${s} ${e}${s===1?"":"s"}`,"count");var Mt=1,Rr=6;function Ht(s,e,t){let{rootOf:n,printJson:r,usage:i}=t,o=u(async(a,d)=>{let{case:c,node:_}=d;if(c===void 0||_.length!==1||d.select!==void 0)return i("rune test --record ACTION runs it on one node: name that with --node, and the new case with --case");let p=t.askOf({action:a},d);if(typeof p=="string")return i(p);let m=await t.runOptions(a,d);if(typeof m=="number")return m;let f=await xt(s,{...p,action:a},{...m,name:c}),k=l(f,d);return k===0&&e.err(`take out of expect.json what need not be so every time
`),f.kind==="refused"&&f.report!==void 0?Math.max(k,f.report.exit_status):k},"record"),l=u((a,d)=>a.kind==="refused"?(d.json?r(a.problem):e.err(O([a.problem])),Mt):(d.json?r({files:a.files}):e.out(a.files.map(c=>`${$(c)}
`).join("")),0),"written");return{test:u(async(a,d)=>{if(d.record!==void 0)return a!==void 0?i("rune test --record ACTION finds the module by itself: leave it out"):o(d.record,d);let c=jr(d);if(c!==void 0)return i(`${c} belongs to rune test --record ACTION`);let _=await jt(s,{root:n(d),...a===void 0?{}:{module:a},signal:e.signal,ended:u(p=>{d.json||e.out(Pt(p))},"ended")});return d.json?r(_):e.out(It(_)),{good:0,failed:Mt,cancelled:Rr}[_.status]},"test"),create:u(async(a,d,c)=>a==="plugin"?l(await gt(n(c),d,c.module),c):a!=="runbook"||c.module!==void 0?i("expected rune new plugin NAME [--module NAME], or rune new runbook NAME"):l(await $t(n(c),d),c),"create")}}u(Ht,"kitCommands");function jr(s){let{node:e,param:t,dryRun:n,out:r,sshKey:i,select:o,reason:l,ticket:a,correlationId:d}=s,c={"--case":s.case,"--node":e[0],"--param":t[0],"--dry-run":n,"--out":r,"--ssh-key":i,"--select":o,"--reason":l,"--ticket":a,"--correlation-id":d};return Object.entries(c).find(([,_])=>_!==void 0)?.[0]}u(jr,"strayOption");var R=1,Ir=2,Mr=3;function Vt(s,e){let t=u(({root:a})=>ce(e.cwd,a??"."),"rootOf"),n=u(a=>e.out(`${JSON.stringify(a,null,2)}
`),"printJson"),r=u((a,d)=>{let c={};for(let k of d.param){let V=k.indexOf("=");if(V<1)return`--param ${k}: expected name=value`;let X=k.slice(0,V);if(Object.hasOwn(c,X))return`--param ${X} is given twice`;c[X]=k.slice(V+1)}let{select:_,reason:p,ticket:m,correlationId:f}=d;return{...a,params:c,...d.node.length===0?{}:{nodes:d.node},..._===void 0?{}:{select:_},dry_run:d.dryRun??!1,...p===void 0?{}:{reason:p},...m===void 0?{}:{ticket:m},...f===void 0?{}:{correlation_id:f},trigger:"cli",actor:e.user}},"askOf"),i=u(a=>(e.err(`${$(a)}
`),Ir),"usage"),o={planned:u((a,d)=>{e.err(`${ne(a)}plan ${d}

`)},"planned"),nodeEnded:u((a,d,c)=>{e.err(`[${d}/${c}] ${Qe(a)}
`)},"nodeEnded"),lost:u((a,d)=>e.err(`${$(`NOT IN THE RECORD ${a}: ${d}`)}
`),"lost")},l=u(async(a,d)=>{let c=t(d),_=d.sshKey===void 0?void 0:await ze(d.sshKey,e.cwd);if(typeof _=="object")return i(`--ssh-key: ${_.message}`);let p=s.host.now().replace(/[-:]|\.\d+/g,""),m=d.out??Pr(c,".rune","records",`${p}-${a}-${s.host.hex(3)}`);return{root:c,out:ce(e.cwd,m),..._===void 0?{}:{key:_},signal:e.signal,progress:o}},"runOptions");return{...Ht(s,e,{rootOf:t,printJson:n,usage:i,askOf:r,runOptions:l}),validate:u(async(a,d)=>{let{diagnostics:c,sourceLine:_}=await Ze(t(d),a,e.cwd);if(d.json)n(c);else{e.out(O(c.problems,_));let{files:p,errors:m,warnings:f}=c;e.err(`${p} files, ${m} errors, ${f} warnings
`)}if(d.against!==void 0&&!d.json){let p={trigger:"cli",actor:e.user},{against:m}=d,f=await Be(s,{root:t(d),against:m,planned:p});if(f.kind==="unavailable")return e.err(te(f)),R;e.out(te(f))}return c.status==="good"?0:R},"validate"),plan:u(async(a,d)=>{let c=r({runbook:_e(a)},d);if(typeof c=="string")return i(c);let _=await Ke(s,c,{root:t(d)});return d.json?n(Hr(_)):_.kind==="invalid"?e.err(O(_.problems)):e.out(`${ne(_.plan)}plan ${_.planHash}
`),_.kind==="plan"?0:_.kind==="refused"?Mr:R},"plan"),run:u(async(a,d)=>{let c=r({runbook:_e(a)},d);if(typeof c=="string")return i(c);let _=await l(Dt(a),d);if(typeof _=="number")return _;let{report:p,recordHead:m}=await j(s,c,_);return d.json?n(p):e.out(W(p,{colour:e.colour})),m!==void 0&&e.err(`record head ${m}
`),p.exit_status},"run"),exec:u(async(a,d)=>{if(d.node.length!==1||d.select!==void 0)return i("rune exec runs one action on one node: name it with --node");let c=r({action:a},d);if(typeof c=="string")return i(c);let _=await l(Dt(a),d);if(typeof _=="number")return _;let{report:p,envelope:m}=await et(s,c,_);return d.json?n(m):e.out(W(p,{colour:e.colour})),p.exit_status},"exec"),list:u(async a=>{let d=await rt(t(a));return a.json?n(d):e.out(it(d)),0},"list"),show:u(async(a,d)=>{let c=await ut(t(d),a);return"problem"in c?(d.json?n(c.problem):e.err(O([c.problem])),R):(d.json?n(c):e.out(lt(c)),0)},"show"),explain:u(async(a,d)=>{let c=tt(a);return typeof c=="string"?(e.err(`${$(c)}
`),R):(d.json?n(c):e.out(nt(c)),0)},"explain"),report:u(async(a,d)=>{let c=await at(ce(e.cwd,a));return c.kind==="none"?(e.err(O([c.problem])),R):(d.json?n(c.report):e.out(W(c.report,{colour:e.colour})),e.err(O(c.problems)),c.problems.length===0?0:R)},"report")}}u(Vt,"makeCommands");function _e(s){return/^(?:\.\/)?runbooks\/([^/]+)\.yaml$/.exec(s)?.[1]??s}u(_e,"nameOf");function Dt(s){return _e(s).replace(/[^A-Za-z0-9._-]+/g,"_").slice(0,64)}u(Dt,"safeName");function Hr(s){return{status:s.kind,...s.kind==="invalid"?{}:{plan:s.plan,plan_hash:s.planHash},problems:s.problems}}u(Hr,"planJson");var Qt=un(Zt(),1),{program:ta,createCommand:na,createArgument:ra,createOption:ia,CommanderError:en,InvalidArgumentError:sa,InvalidOptionArgumentError:oa,Command:tn,Argument:aa,Option:nn,Help:ua}=Qt.default;async function sn(s,e,t,n){let r=0,i=new tn("rune").description("Runs reviewed recovery actions on Linux hosts and answers with structured results.").version(n).exitOverride().configureOutput({writeOut:t.out,writeErr:t.err}).showHelpAfterError("(rune --help lists the commands and their options)"),o=u((d,c)=>i.command(d).description(c).option("--json","print exactly one JSON document on stdout").option("--root <dir>","the project: rune.yaml, inventory.yaml, runbooks/, plugins/").exitOverride().configureOutput({writeOut:t.out,writeErr:t.err}),"verb"),l=u(d=>d.option("--param <name=value>","an input; repeatable",rn,[]).option("--node <name>","a node of the inventory; repeatable",rn,[]).addOption(new nn("--select <selector>","nodes by label: role=web,env!=dev").conflicts("node")).option("--dry-run","change nothing; stop before actions that cannot promise that").option("--reason <text>","why, for the record").option("--ticket <id>","the ticket it belongs to, for the record").option("--correlation-id <id>","the caller's own id for this request"),"request"),a=u(d=>l(d).option("--out <dir>","where the record goes; must not exist or be empty").option("--ssh-key <file>","private key for ssh nodes"),"running");o("validate [path...]","check the project, or only some of its files").option("--against <commit>","also say what is different from this commit; not with --json").action(async(d,c)=>{r=await e.validate(d,c)}),l(o("plan <runbook>","show what a run would do, and what would be refused")).action(async(d,c)=>{r=await e.plan(d,c)}),a(o("run <runbook>","run a runbook")).action(async(d,c)=>{r=await e.run(d,c)}),a(o("exec <action>","run one action on one node")).action(async(d,c)=>{r=await e.exec(d,c)}),o("list","list runbooks, actions and nodes").action(async d=>{r=await e.list(d)}),o("show <name>","show a runbook, an action or a node").action(async(d,c)=>{r=await e.show(d,c)}),o("report <record>","show what a record says, and whether it is intact").action(async(d,c)=>{r=await e.report(d,c)}),a(o("test [module]","run the fixtures of plugins on this machine")).option("--record <action>","run this action on --node and keep the answer as a fixture").option("--case <name>","the new fixture's name").action(async(d,c)=>{r=await e.test(d,c)}),o("new <plugin|runbook> <name>","write a plugin or a runbook that works, to start from").option("--module <name>","the plugin's module; default: its own name").action(async(d,c,_)=>{r=await e.create(d,c,_)}),o("explain <kind>","say what an error kind or code means, and what to do").action(async(d,c)=>{r=await e.explain(d,c)});try{return await i.parseAsync(s,{from:"user"}),r}catch(d){if(d instanceof en)return d.exitCode===0?0:2;throw d}}u(sn,"runProgram");function rn(s,e){return[...e,s]}u(rn,"collect");var Te=70,on=24,an=!1;async function ei(){let s=u(n=>{process.stderr.write(n)},"err");if(Number(process.versions.node.split(".")[0])<on)return s(`rune needs Node ${on} or newer; this is ${process.versions.node}
`),2;let e=new AbortController;for(let n of["SIGINT","SIGTERM","SIGHUP"])process.on(n,()=>e.abort(n));process.stderr.on("error",()=>{}),process.stdout.on("error",n=>{x(n)!=="EPIPE"&&(s(`the answer could not be written: ${$(n.message)}
`),an=!0,process.exitCode=Te)});let t=u(n=>{process.stdout.write(n)},"out");try{let n=Vt(De(Fe),{out:t,err:s,colour:process.stdout.isTTY===!0&&process.env.NO_COLOR===void 0,cwd:process.cwd(),user:Ne().username,signal:e.signal});return await sn(process.argv.slice(2),n,{out:t,err:s},Ve)}catch(n){let r=y(n);return r instanceof je?(s(`${$(r.message)}
`),1):(s(`internal error, which is a fault in RUNE: ${$(r.message)}
`),process.env.RUNE_DEBUG!==void 0&&s(`${r.stack}
`),Te)}}u(ei,"main");var ti=await ei();process.exitCode=an?Te:ti;
